package dev.agoratoken.token;

/**
 * Every channel whose name matches a pattern, where {@code *} stands for any text. 1 to 64 bytes with at least one
 * {@code *}; format 007 only (docs/reference/token-format.md#wildcards). Such a token opens several channels: use it
 * only where that is intended.
 *
 * @param value the pattern with its {@code *}
 */
public record ChannelPattern(String value) implements Channel {
    /** Same as {@link #of}. */
    public ChannelPattern {
        NameSyntax.checkPattern("channel", value, MAX_BYTES);
    }

    /**
     * {@return a pattern such as {@code class-*}; {@code *} alone matches every channel}
     *
     * @param value 1 to 64 bytes with at least one {@code *}
     * @throws InvalidValueException if the text contains no {@code *}, or the rest is not part of a valid channel name
     */
    public static ChannelPattern of(String value) {
        return new ChannelPattern(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
