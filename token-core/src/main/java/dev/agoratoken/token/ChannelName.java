package dev.agoratoken.token;

/**
 * The name of one channel: 1 to 64 bytes of the 89 characters that Agora's SDKs accept
 * (docs/reference/token-format.md#names). A {@code *} is rejected, because Agora reads it as a wildcard: see {@link
 * ChannelPattern}.
 *
 * @param value the name, as the client passes it to its SDK
 */
public record ChannelName(String value) implements Channel {
    /** Same as {@link #of}. */
    public ChannelName {
        NameSyntax.check("channel", value, MAX_BYTES);
    }

    /**
     * {@return a channel name}
     *
     * @param value 1 to 64 bytes
     * @throws InvalidValueException if the text is empty, longer than 64 bytes, or contains a character that Agora does
     *     not allow
     */
    public static ChannelName of(String value) {
        return new ChannelName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
