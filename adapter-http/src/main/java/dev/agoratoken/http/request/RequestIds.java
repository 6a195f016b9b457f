package dev.agoratoken.http.request;

import dev.agoratoken.issuing.policy.RequestId;
import java.util.concurrent.ThreadLocalRandom;

/** The ids by which a request is found again in logs: as the client gave it, if that is safe to print, else a new one. */
public final class RequestIds {
    public static final String HEADER = "X-Request-Id";

    private RequestIds() {}

    public static RequestId of(String given) {
        return RequestId.of(given != null && RequestId.isLegal(given) ? given : made());
    }

    /** Not a secret: it has to differ from the others of the same day. */
    private static String made() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }
}
