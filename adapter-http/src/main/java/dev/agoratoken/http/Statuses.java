package dev.agoratoken.http;

import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.token.TokenException;

/** The one table from failure to status. */
final class Statuses {
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    private Statuses() {}

    static int of(TokenException failure) {
        if (failure instanceof UnknownProjectException) {
            return 404;
        }
        if (failure instanceof BodyTooLongException) {
            return 413;
        }
        if (failure instanceof BodyBrokeOffException) {
            return BAD_REQUEST;
        }
        return UNPROCESSABLE;
    }

    /** The same for the old routes, whose clients know 400 for whatever is wrong with a request. */
    static int ofOldRoute(TokenException failure) {
        int status = of(failure);
        return status == UNPROCESSABLE ? BAD_REQUEST : status;
    }
}
