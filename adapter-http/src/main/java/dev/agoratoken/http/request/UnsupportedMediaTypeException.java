package dev.agoratoken.http.request;

import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenException;

/** A body is declared as something other than JSON. */
final class UnsupportedMediaTypeException extends TokenException {
    private static final long serialVersionUID = 1L;

    UnsupportedMediaTypeException(String contentType) {
        super(
                "unsupported_media_type",
                "Content-Type: " + Printable.quote(contentType) + " is not read here; send application/json");
    }
}
