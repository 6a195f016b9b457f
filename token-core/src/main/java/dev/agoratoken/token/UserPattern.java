package dev.agoratoken.token;

/**
 * A wildcard: every user whose account the pattern matches, where {@code *} stands for any text. 1 to 255 bytes with at
 * least one {@code *}; format 007 only (docs/reference/token-format.md#wildcards).
 */
public record UserPattern(String value) implements User {
    public UserPattern {
        NameSyntax.checkPattern("account", value, UserAccount.MAX_LENGTH);
    }

    /**
     * Makes a pattern such as {@code guest-*}.
     *
     * @throws InvalidValueException if there is no {@code *}, or the rest is no legal part of a user account
     */
    public static UserPattern of(String value) {
        return new UserPattern(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
