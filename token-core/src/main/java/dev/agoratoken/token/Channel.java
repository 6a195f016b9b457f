package dev.agoratoken.token;

/** Where a token is good: one channel by name, or every channel that a pattern matches. */
public sealed interface Channel permits ChannelName, ChannelPattern {
    /** The longest name or pattern in bytes. */
    int MAX_BYTES = 64;

    /** The text that goes into the token. */
    String value();
}
