package dev.agoratoken.http.request;

import dev.agoratoken.token.TokenException;

/** A body is larger than the limit. */
final class ContentTooLargeException extends TokenException {
    private static final long serialVersionUID = 1L;

    ContentTooLargeException() {
        super("body_too_long", "body: too large; send at most " + RequestBodies.MAX_BYTES + " bytes");
    }
}
