package dev.agoratoken.app.callers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Rate limits in the memory of this process. A caller is evicted once its bucket is full again. The number of buckets is
 * limited for each kind of caller, so that a flood of addresses evicts only addresses.
 */
public final class InMemoryRateLimiter implements RateLimiter {
    private static final int MAX_KEYS_PER_KIND = 50_000;

    private final TimeMeter time;
    private final Map<CallerKind, Cache<BucketKey, Bucket>> buckets = new EnumMap<>(CallerKind.class);

    public InMemoryRateLimiter(InstantSource clock) {
        this(clock, MAX_KEYS_PER_KIND);
    }

    InMemoryRateLimiter(InstantSource clock, int maxKeysPerKind) {
        this.time = new ClockMeter(clock);
        for (CallerKind kind : CallerKind.values()) {
            buckets.put(kind, cache(maxKeysPerKind));
        }
    }

    private Cache<BucketKey, Bucket> cache(int maxSize) {
        return Caffeine.newBuilder()
                .maximumSize(maxSize)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .expireAfter(Expiry.<BucketKey, Bucket>accessing((bucketKey, bucket) -> bucketKey.untilFull()))
                .build();
    }

    @Override
    public Quota acquire(Caller caller, RateLimit limit) {
        BucketKey bucketKey = new BucketKey(caller.identity(), limit);
        ConsumptionProbe probe =
                cacheFor(caller.kind()).get(bucketKey, this::bucket).tryConsumeAndReturnRemaining(1);
        Quota quota = new Quota(
                limit.burst(), (int) probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw new RateExceededException(quota, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return quota;
    }

    private Cache<BucketKey, Bucket> cacheFor(CallerKind kind) {
        return Objects.requireNonNull(buckets.get(kind));
    }

    private Bucket bucket(BucketKey bucketKey) {
        RateLimit limit = bucketKey.limit();
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.requests(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The number of callers in memory. */
    long size() {
        return buckets.values().stream()
                .peek(Cache::cleanUp)
                .mapToLong(Cache::estimatedSize)
                .sum();
    }

    /** The key of a bucket. A changed limit starts a new bucket. */
    private record BucketKey(String identity, RateLimit limit) {
        Duration untilFull() {
            return limit.period()
                    .multipliedBy(limit.burst())
                    .dividedBy(limit.requests())
                    .plusSeconds(1);
        }
    }

    private record ClockMeter(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
