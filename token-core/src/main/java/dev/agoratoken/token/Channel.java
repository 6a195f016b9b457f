package dev.agoratoken.token;

/** The channel of a token: one name, or every channel that a pattern matches. */
public sealed interface Channel permits ChannelName, ChannelPattern {
    /** The maximum length of a name or pattern, in bytes. */
    int MAX_BYTES = 64;

    /** {@return the text in the token} */
    String value();
}
