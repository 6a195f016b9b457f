package dev.agoratoken.http.json;

import dev.agoratoken.token.TokenException;

/** A body is no JSON, or two readers could read it differently. */
final class MalformedJsonException extends TokenException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where in the body, in words; the body itself is not shown
     */
    MalformedJsonException(String place) {
        super(
                "unreadable_json",
                "body: malformed JSON" + place + "; send one JSON object in UTF-8, each key once and nothing after it");
    }
}
