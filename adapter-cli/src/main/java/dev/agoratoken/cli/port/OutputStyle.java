package dev.agoratoken.cli.port;

/** The reader of standard output. */
public enum OutputStyle {
    /** A program or a file: JSON is one line. */
    PIPED,
    /** A terminal without colours: JSON is indented. */
    PLAIN,
    /** A terminal with colours. */
    COLOURED
}
