package dev.agoratoken.issuing.policy.rate;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.TokenException;
import java.time.Duration;

/** A caller exceeds its rate limit. */
public final class RateExceededException extends TokenException {
    private static final long serialVersionUID = 1L;

    private final int limit;
    private final int remaining;
    private final Duration reset;
    private final Duration retryAfter;

    public RateExceededException(Quota quota, Duration retryAfter) {
        super("rate_limited", "rate: limit exceeded; retry after " + Printable.count(seconds(retryAfter), "second"));
        this.limit = quota.limit();
        this.remaining = quota.remaining();
        this.reset = quota.reset();
        this.retryAfter = retryAfter;
    }

    /** The quota, with nothing remaining. */
    public Quota quota() {
        return new Quota(limit, remaining, reset);
    }

    /** When the next request is possible: at least one second, rounded up to seconds. */
    public Duration retryAfter() {
        return Duration.ofSeconds(seconds(retryAfter));
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
