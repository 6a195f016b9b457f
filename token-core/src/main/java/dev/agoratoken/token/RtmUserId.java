package dev.agoratoken.token;

import dev.agoratoken.text.Printable;

/**
 * The user id of Signaling (RTM): 1 to 64 bytes of the 89 characters that Agora's SDKs accept. It does not start with a
 * space and is not {@code "0"}, the text of a missing number (docs/reference/http-contract.md#decisions, D17).
 * Signaling has no "any user".
 *
 * @param value the user id, as the client passes it to the Signaling SDK
 */
public record RtmUserId(String value) {
    private static final int MAX_LENGTH = 64;

    /** Same as {@link #of}. */
    public RtmUserId {
        NameSyntax.checkWithoutPattern("userId", value, MAX_LENGTH);
        if (value.charAt(0) == ' ') {
            throw new InvalidValueException(
                    "userId", Printable.quote(value) + " starts with a space", "remove the space");
        }
        if (value.equals("0")) {
            throw new InvalidValueException(
                    "userId", "invalid Signaling user \"0\"", "name the user (Signaling has no \"any user\")");
        }
    }

    /**
     * {@return a Signaling user id}
     *
     * @param value 1 to 64 bytes
     * @throws InvalidValueException if Signaling does not accept it
     */
    public static RtmUserId of(String value) {
        return new RtmUserId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
