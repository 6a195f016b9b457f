package dev.agoratoken.http;

import dev.agoratoken.token.TokenException;
import java.util.Map;

/** The one table from failure to status. */
final class Statuses {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int UNPROCESSABLE = 422;
    static final int OUR_FAULT = 500;
    static final int UNAVAILABLE = 503;

    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("unreadable_json", BAD_REQUEST),
            Map.entry("unknown_field", BAD_REQUEST),
            Map.entry("body_broke_off", BAD_REQUEST),
            Map.entry("unknown_caller", 401),
            Map.entry("not_allowed", 403),
            Map.entry("unknown_project", NOT_FOUND),
            Map.entry("body_too_long", 413),
            Map.entry("unsupported_media_type", 415),
            Map.entry("invalid_value", UNPROCESSABLE),
            Map.entry("rate_limited", 429),
            Map.entry("audit_unavailable", UNAVAILABLE),
            Map.entry("caller_check_unavailable", UNAVAILABLE));

    private Statuses() {}

    static int of(TokenException failure) {
        return BY_CODE.getOrDefault(failure.code(), OUR_FAULT);
    }

    /** The same for the old routes, whose clients know 400 for whatever is wrong with a request. */
    static int ofOldRoute(TokenException failure) {
        int status = of(failure);
        return status == UNPROCESSABLE ? BAD_REQUEST : status;
    }
}
