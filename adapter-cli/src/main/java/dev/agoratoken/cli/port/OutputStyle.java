package dev.agoratoken.cli.port;

/** Who reads standard output. */
public enum OutputStyle {
    /** Another program or a file: JSON is one line. */
    PIPED,
    /** A person, without colours: JSON is indented. */
    PLAIN,
    /** A person who sees colours in the help. */
    COLOURED
}
