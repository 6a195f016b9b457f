package dev.agoratoken.http.request;

import dev.agoratoken.issuing.policy.RequestId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Request ids for logs: the client's id if it is safe to print, else a new one. */
public final class RequestIdSource {
    public static final String HEADER = "X-Request-Id";

    private RequestIdSource() {}

    public static RequestId fromHeader(@Nullable String received) {
        return RequestId.of(received != null && RequestId.isLegal(received) ? received : generate());
    }

    /** Returns 16 hexadecimal digits. Uniqueness matters, secrecy does not. */
    private static String generate() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
