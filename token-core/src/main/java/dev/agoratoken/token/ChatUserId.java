package dev.agoratoken.token;

import dev.agoratoken.text.Ascii;
import dev.agoratoken.text.Printable;

/**
 * The user id of Chat: 1 to 64 characters of a-z, 0-9, {@code _}, {@code -} and {@code .}; no upper case
 * (docs/reference/token-format.md#names).
 *
 * @param value the user id, as the client passes it to the Chat SDK
 */
public record ChatUserId(String value) {
    private static final int MAX_LENGTH = 64;

    /** Same as {@link #of}. */
    public ChatUserId {
        NameSyntax.checkLength("userId", value, MAX_LENGTH);
        for (int i = 0; i < value.length(); i++) {
            if (!isLegal(value.charAt(i))) {
                throw new InvalidValueException(
                        "userId",
                        Printable.quote(value) + " contains " + Printable.character(value.codePointAt(i))
                                + ", which Chat does not allow",
                        "use a-z (lower case), 0-9, '_', '-' and '.'");
            }
        }
    }

    /**
     * {@return a Chat user id}
     *
     * @param value 1 to 64 characters
     * @throws InvalidValueException if Chat does not accept it
     */
    public static ChatUserId of(String value) {
        return new ChatUserId(value);
    }

    private static boolean isLegal(char c) {
        return Ascii.isLowerCase(c) || Ascii.isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
