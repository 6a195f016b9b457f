package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.Screen;

/** The few colours of the sheets, or none. */
public enum Paint {
    NONE,
    ANSI;

    public static Paint on(Screen screen) {
        return screen == Screen.COLOURED ? ANSI : NONE;
    }

    public String good(String text) {
        return in(32, text);
    }

    public String bad(String text) {
        return in(31, text);
    }

    public String doubtful(String text) {
        return in(33, text);
    }

    /** What helps to read and can be read past. */
    String faint(String text) {
        return in(2, text);
    }

    private String in(int code, String text) {
        return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
