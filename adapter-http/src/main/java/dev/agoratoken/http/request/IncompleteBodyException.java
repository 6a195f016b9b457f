package dev.agoratoken.http.request;

import dev.agoratoken.token.TokenException;
import java.io.IOException;

/** A body did not arrive whole, or not in time. */
final class IncompleteBodyException extends TokenException {
    private static final long serialVersionUID = 1L;

    IncompleteBodyException(IOException cause) {
        super("body_broke_off", "body: it did not arrive whole and in time; send all of it at once");
        initCause(cause);
    }
}
