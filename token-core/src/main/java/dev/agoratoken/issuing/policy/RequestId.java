package dev.agoratoken.issuing.policy;

import dev.agoratoken.text.IdentifierSyntax;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;

/** The id of a request in logs and audit: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record RequestId(String value) {
    public RequestId {
        if (!IdentifierSyntax.matches(value)) {
            throw new InvalidValueException(
                    "requestId", "invalid request id " + Printable.quote(value), IdentifierSyntax.REMEDY);
        }
    }

    /**
     * Creates an id.
     *
     * @throws InvalidValueException if it is empty, too long, or contains another character
     */
    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /** Whether the text is a valid id. */
    public static boolean isLegal(String value) {
        return IdentifierSyntax.matches(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
