package dev.agoratoken.http.request;

import java.util.Set;

/** What metrics and logs call the methods of requests. A client may send any word as one, and each would stay for good. */
public final class HttpMethodLabel {
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final String OTHER = "OTHER";

    private HttpMethodLabel() {}

    /** That method, or {@code OTHER} if nobody knows it. */
    public static String of(String method) {
        return KNOWN.contains(method) ? method : OTHER;
    }
}
