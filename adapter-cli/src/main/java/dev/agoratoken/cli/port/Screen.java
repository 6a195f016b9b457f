package dev.agoratoken.cli.port;

/** Who reads standard output. */
public enum Screen {
    /** Another program or a file: JSON is one line. */
    NONE,
    /** A person, without colours: JSON is indented. */
    PLAIN,
    /** A person who sees colours in the help. */
    COLOURED
}
