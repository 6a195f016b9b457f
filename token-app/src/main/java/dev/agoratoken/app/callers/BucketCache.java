package dev.agoratoken.app.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The buckets of callers, in memory. A bucket is evicted once it is full again. The number of buckets is limited for each
 * kind of caller, so that a flood of addresses evicts only addresses. Thread-safe.
 *
 * @param <B> a bucket
 */
public final class BucketCache<B> {
    private static final int MAX_KEYS_PER_KIND = 50_000;

    private final Map<CallerKind, Cache<BucketKey, B>> buckets = new EnumMap<>(CallerKind.class);

    public BucketCache(Ticker time) {
        this(time, MAX_KEYS_PER_KIND);
    }

    BucketCache(Ticker time, int maxKeysPerKind) {
        for (CallerKind kind : CallerKind.values()) {
            buckets.put(kind, cache(time, maxKeysPerKind));
        }
    }

    private static <B> Cache<BucketKey, B> cache(Ticker time, int maxSize) {
        return Caffeine.newBuilder()
                .maximumSize(maxSize)
                .ticker(time)
                .executor(Runnable::run)
                .expireAfter(Expiry.<BucketKey, B>accessing((bucketKey, bucket) -> bucketKey.untilFull()))
                .build();
    }

    /** The bucket of a caller, or a new one. A changed limit starts a new bucket. */
    public B get(Caller caller, RateLimit limit, Supplier<B> created) {
        return Objects.requireNonNull(buckets.get(caller.kind()))
                .get(new BucketKey(caller.identity(), limit), key -> created.get());
    }

    /** The number of buckets in memory. */
    long size() {
        return buckets.values().stream()
                .peek(Cache::cleanUp)
                .mapToLong(Cache::estimatedSize)
                .sum();
    }

    private record BucketKey(String identity, RateLimit limit) {
        Duration untilFull() {
            return limit.period()
                    .multipliedBy(limit.burst())
                    .dividedBy(limit.requests())
                    .plusSeconds(1);
        }
    }
}
