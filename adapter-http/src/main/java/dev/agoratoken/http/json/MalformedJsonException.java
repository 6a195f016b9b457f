package dev.agoratoken.http.json;

import dev.agoratoken.token.TokenException;

/** A body is not JSON, or is ambiguous. */
final class MalformedJsonException extends TokenException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param position line and column, or empty; the body itself is not shown
     */
    MalformedJsonException(String position) {
        super(
                "unreadable_json",
                "body: malformed JSON" + position
                        + "; send one JSON object in UTF-8, each key once and nothing after it");
    }
}
