package dev.agoratoken.app.redis;

import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import java.util.List;

/**
 * What this instance knows of a bucket in Redis: the highest level that it can have. Other instances only take from it, so
 * what this view rejects, Redis would reject. Without Redis, this instance takes from the view. Counts in shares, as
 * acquire.lua does. Thread-safe.
 */
final class BucketView {
    private final String key;
    private final RateLimit limit;
    private final long period;
    private final long full;
    private long level;
    private long at;
    private boolean ahead;

    /**
     * @param key the bucket in Redis
     * @param now in microseconds, as everywhere here
     */
    BucketView(String key, RateLimit limit, long now) {
        this.key = key;
        this.limit = limit;
        this.period = limit.period().toNanos() / 1000;
        this.full = period * limit.burst();
        this.level = full;
        this.at = now;
    }

    String key() {
        return key;
    }

    /** The level of a full bucket. */
    long full() {
        return full;
    }

    /** The arguments of acquire.lua for one request. */
    synchronized List<String> arguments(long now) {
        return List.of(
                Integer.toString(limit.requests()),
                Long.toString(period),
                Integer.toString(limit.burst()),
                Long.toString(ahead ? levelAt(now) : -1));
    }

    /**
     * Rejects a request that the bucket cannot have.
     *
     * @throws RateExceededException if the bucket is empty in any case
     */
    synchronized void rejectIfEmpty(long now) {
        long most = levelAt(now);
        if (most < period) {
            throw exceeded(most);
        }
    }

    /**
     * Notes the level that Redis reported, and returns it as a quota.
     *
     * @param sent when the command was sent: before Redis took the time, so that the view is never too low
     * @throws RateExceededException if Redis took nothing
     */
    synchronized Quota update(long taken, long reported, long sent) {
        if (sent >= at) {
            // The command told Redis what was taken before it.
            ahead = false;
            level = reported;
            at = sent;
        }
        if (taken == 0) {
            throw exceeded(reported);
        }
        return quota(reported);
    }

    /**
     * Takes one request without Redis. The next command tells Redis.
     *
     * @throws RateExceededException if the bucket is empty
     */
    synchronized Quota take(long now) {
        rejectIfEmpty(now);
        level = levelAt(now) - period;
        at = Math.max(at, now);
        ahead = true;
        return quota(level);
    }

    private long levelAt(long now) {
        long passed = Math.min(Math.max(0, now - at), untilFull(level));
        return Math.min(full, level + passed * limit.requests());
    }

    private Quota quota(long shares) {
        return new Quota(limit.burst(), (int) (shares / period), micros(untilFull(shares)));
    }

    private RateExceededException exceeded(long shares) {
        return new RateExceededException(quota(shares), micros(ceilDiv(period - shares)));
    }

    private long untilFull(long shares) {
        return ceilDiv(full - shares);
    }

    private long ceilDiv(long shares) {
        return (shares + limit.requests() - 1) / limit.requests();
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }
}
