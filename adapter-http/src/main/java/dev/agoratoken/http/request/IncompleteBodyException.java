package dev.agoratoken.http.request;

import dev.agoratoken.token.TokenException;
import java.io.IOException;

/** A body is incomplete, or timed out. */
final class IncompleteBodyException extends TokenException {
    private static final long serialVersionUID = 1L;

    IncompleteBodyException(IOException cause) {
        super("body_broke_off", "body: incomplete or too slow; send the complete body without a pause");
        initCause(cause);
    }
}
