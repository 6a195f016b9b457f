package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.IdentifierSyntax;

/** The id by which a request is found again: 1 to 64 of a-z, A-Z, 0-9, {@code _}, {@code -} and {@code .}. */
public record RequestId(String value) {
    public RequestId {
        IdentifierSyntax.check("requestId", value, "request id");
    }

    /**
     * Makes an id.
     *
     * @throws dev.agoratoken.token.InvalidValueException if it is empty, too long, or holds another character
     */
    public static RequestId of(String value) {
        return new RequestId(value);
    }

    /** Whether that can be an id. */
    public static boolean isLegal(String value) {
        return IdentifierSyntax.matches(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
