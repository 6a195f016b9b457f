package dev.agoratoken.http.request;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.TokenException;
import org.jspecify.annotations.Nullable;

/** The content type of a body is not JSON in UTF-8. */
final class UnsupportedMediaTypeException extends TokenException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param contentType the value received; null if there was none
     */
    UnsupportedMediaTypeException(@Nullable String contentType) {
        super("unsupported_media_type", "Content-Type: " + problem(contentType) + "; send application/json");
    }

    private static String problem(@Nullable String contentType) {
        return contentType == null ? "missing" : "unsupported media type " + Printable.quote(contentType);
    }
}
