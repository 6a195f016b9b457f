package dev.agoratoken.http.request;

import dev.agoratoken.issuing.policy.RequestId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The ids by which a request is found again in logs: as the client gave it, if that is safe to print, else a new one. */
public final class RequestIdSource {
    public static final String HEADER = "X-Request-Id";

    private RequestIdSource() {}

    public static RequestId fromHeader(String given) {
        return RequestId.of(given != null && RequestId.isLegal(given) ? given : generate());
    }

    /** Not a secret: it has to differ from the others of the same day. Always 16 digits. */
    private static String generate() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
