package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.OutputStyle;

/** Colours of the output, or none. */
public enum AnsiStyle {
    NONE,
    ANSI;

    public static AnsiStyle of(OutputStyle outputStyle) {
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

    /** For text of minor importance. */
    String dim(String text) {
        return in(2, text);
    }

    private String in(int code, String text) {
        return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
