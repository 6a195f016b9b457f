package dev.agoratoken.http.request;

import java.util.Set;

/** Names of methods in metrics and logs. A client may send any word, and each would be a series for ever. */
public final class HttpMethodLabel {
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final String OTHER = "OTHER";

    private HttpMethodLabel() {}

    /** Returns the method, or {@code OTHER} if it is unknown. */
    public static String of(String method) {
        return KNOWN.contains(method) ? method : OTHER;
    }
}
