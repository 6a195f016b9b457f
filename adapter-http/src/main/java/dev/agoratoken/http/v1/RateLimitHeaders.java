package dev.agoratoken.http.v1;

import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells callers their rate limit. */
final class RateLimitHeaders {
    private RateLimitHeaders() {}

    /** Adds the headers, also if the caller exceeds its limit. */
    static <T> T addedTo(Context ctx, Supplier<T> counted, Function<T, Optional<Quota>> quota) {
        try {
            T result = counted.get();
            quota.apply(result).ifPresent(left -> add(ctx, left));
            return result;
        } catch (RateExceededException e) {
            add(ctx, e.quota());
            throw e;
        }
    }

    private static void add(Context ctx, Quota quota) {
        ctx.header("RateLimit-Limit", Integer.toString(quota.limit()));
        ctx.header("RateLimit-Remaining", Integer.toString(quota.remaining()));
        ctx.header(
                "RateLimit-Reset", Long.toString(quota.reset().plusMillis(999).toSeconds()));
    }
}
