package dev.agoratoken.token;

/**
 * A string user account: 1 to 255 bytes of the 89 characters that Agora's SDKs accept. The account {@code "0"} is an
 * ordinary account and not "any user". A {@code *} is rejected: see {@link UserPattern}.
 *
 * @param value the account, as the client passes it to its SDK
 */
public record UserAccount(String value) implements User {
    static final int MAX_LENGTH = 255;

    /** Same as {@link #of}. */
    public UserAccount {
        NameSyntax.check("account", value, MAX_LENGTH);
    }

    /**
     * {@return an account}
     *
     * @param value 1 to 255 bytes
     * @throws InvalidValueException if the text is empty, longer than 255 bytes, or contains a character that Agora
     *     does not allow
     */
    public static UserAccount of(String value) {
        return new UserAccount(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
