package dev.agoratoken.token;

/**
 * Every user whose account matches a pattern, where {@code *} stands for any text. 1 to 255 bytes with at least one
 * {@code *}; format 007 only (docs/reference/token-format.md#wildcards).
 *
 * @param value the pattern with its {@code *}
 */
public record UserPattern(String value) implements User {
    /** Same as {@link #of}. */
    public UserPattern {
        NameSyntax.checkPattern("account", value, UserAccount.MAX_LENGTH);
    }

    /**
     * {@return a pattern such as {@code guest-*}}
     *
     * @param value 1 to 255 bytes with at least one {@code *}
     * @throws InvalidValueException if the text contains no {@code *}, or the rest is not part of a valid account
     */
    public static UserPattern of(String value) {
        return new UserPattern(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
