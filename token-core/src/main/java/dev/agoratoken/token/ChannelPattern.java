package dev.agoratoken.token;

/**
 * A wildcard: every channel whose name the pattern matches, where {@code *} stands for any text. 1 to 64 bytes with at
 * least one {@code *}; format 007 only (docs/reference/token-format.md#wildcards). Such a token opens more than one
 * door: make one only where that is meant.
 */
public record ChannelPattern(String value) implements Channel {
    public ChannelPattern {
        NameSyntax.checkPattern("channel", value, MAX_BYTES);
    }

    /**
     * Makes a pattern such as {@code class-*}; {@code *} alone is every channel.
     *
     * @throws InvalidValueException if there is no {@code *}, or the rest is no legal part of a channel name
     */
    public static ChannelPattern of(String value) {
        return new ChannelPattern(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
