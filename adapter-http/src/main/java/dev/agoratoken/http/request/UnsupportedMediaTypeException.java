package dev.agoratoken.http.request;

import dev.agoratoken.token.Received;
import dev.agoratoken.token.TokenException;

/** A body is declared as something other than JSON. */
final class UnsupportedMediaTypeException extends TokenException {
    private static final long serialVersionUID = 1L;

    UnsupportedMediaTypeException(String contentType) {
        super(
                "unsupported_media_type",
                "Content-Type: " + Received.quoted(contentType) + " is not read here; send application/json");
    }
}
