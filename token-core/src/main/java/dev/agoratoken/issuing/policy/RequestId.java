package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.IdentifierSyntax;

/** The id of a request in logs and audit: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record RequestId(String value) {
    public RequestId {
        IdentifierSyntax.check("requestId", value, "request id");
    }

    /**
     * Creates an id.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is empty, too long, or contains another character
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
