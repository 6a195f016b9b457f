package dev.agoratoken.app.redis;

import dev.agoratoken.token.InvalidValueException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Describes in a few words why Redis cannot be used. */
final class RedisProblem {
    private static final int MAX_LENGTH = 100;

    private RedisProblem() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof UnknownHostException) {
            return "unknown host";
        }
        if (cause instanceof SSLException) {
            return "TLS failed: " + plain(cause.getMessage());
        }
        if (cause instanceof TimeoutException || cause instanceof RedisCommandTimeoutException) {
            return "no reply in time";
        }
        if (cause instanceof RedisCommandExecutionException || cause instanceof InvalidValueException) {
            return plain(cause.getMessage());
        }
        return "connection lost";
    }

    /** Without what Redis adds about scripts, and without control characters. */
    private static String plain(@Nullable String message) {
        String line = String.valueOf(message)
                .replaceFirst("\\.? +script: .*", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ")
                .strip();
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
