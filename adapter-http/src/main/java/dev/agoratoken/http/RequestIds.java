package dev.agoratoken.http;

import java.util.concurrent.ThreadLocalRandom;

/** The ids by which a request is found again in logs: as the client gave it, if that is safe to print, else a new one. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final int LONGEST = 64;

    private RequestIds() {}

    static String of(String given) {
        return given != null && isSane(given) ? given : made();
    }

    private static boolean isSane(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestIds::isSane);
    }

    private static boolean isSane(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /** Not a secret: it has to differ from the others of the same day. */
    private static String made() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }
}
