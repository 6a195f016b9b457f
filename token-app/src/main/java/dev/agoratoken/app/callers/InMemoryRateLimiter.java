package dev.agoratoken.app.callers;

import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Rate limits in the memory of this process. */
public final class InMemoryRateLimiter implements RateLimiter {
    private final TimeMeter time;
    private final BucketCache<Bucket> buckets;

    public InMemoryRateLimiter(InstantSource clock) {
        this.time = new ClockMeter(clock);
        this.buckets = new BucketCache<>(time::currentTimeNanos);
    }

    InMemoryRateLimiter(InstantSource clock, int maxKeysPerKind) {
        this.time = new ClockMeter(clock);
        this.buckets = new BucketCache<>(time::currentTimeNanos, maxKeysPerKind);
    }

    @Override
    public Quota acquire(Caller caller, RateLimit limit) {
        ConsumptionProbe probe = buckets.get(caller, limit, () -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        Quota quota = new Quota(
                limit.burst(), (int) probe.getRemainingTokens(), Duration.ofNanos(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw new RateExceededException(quota, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return quota;
    }

    private Bucket bucket(RateLimit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.requests(), limit.period()))
                .withCustomTimePrecision(time)
                .build();
    }

    /** The number of callers in memory. */
    long size() {
        return buckets.size();
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
