package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.OutputStyle;

/** The few colours of the sheets, or none. */
public enum AnsiStyle {
    NONE,
    ANSI;

    public static AnsiStyle on(OutputStyle outputStyle) {
        return outputStyle == OutputStyle.COLOURED ? ANSI : NONE;
    }

    public String success(String text) {
        return in(32, text);
    }

    public String error(String text) {
        return in(31, text);
    }

    public String warning(String text) {
        return in(33, text);
    }

    /** What helps to read and can be read past. */
    String dim(String text) {
        return in(2, text);
    }

    private String in(int code, String text) {
        return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
