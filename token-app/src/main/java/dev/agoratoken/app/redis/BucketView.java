package dev.agoratoken.app.redis;

import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import java.util.Optional;

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
    private final RequestBlock block;
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
        this.block = new RequestBlock(limit.burst(), now);
    }

    String key() {
        return key;
    }

    /** The level of a full bucket. */
    long full() {
        return full;
    }

    /** What a command takes for requests that wait. It returns no more of the last block than a full bucket could hold. */
    synchronized AcquireRequest request(int waiting, long now) {
        long known = levelAt(now);
        int returned = (int) Math.min(block.removeAll(), (full - known) / period);
        return new AcquireRequest(limit, ahead ? known : -1, waiting, returned, block.request(now), now);
    }

    /** Takes one request that Redis granted before, if there is one. */
    synchronized Optional<Acquired> takeFromBlock(long now) {
        if (!block.take(now)) {
            return Optional.empty();
        }
        long before = Math.min(full, levelAt(now) + (block.left() + 1) * period);
        return Optional.of(new Acquired(true, before - period));
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

    /** Notes what Redis replied. The view is never too low, because the command was sent before Redis took the time. */
    synchronized void update(AcquireRequest request, AcquireReply reply) {
        if (request.sent() >= at) {
            // The command told Redis what was taken before it.
            ahead = false;
            level = reply.level();
            at = request.sent();
        }
        addBlock(request, reply.block());
    }

    /** Notes that a command failed. Redis may have run it: then the block is lost. */
    synchronized void fail(AcquireRequest request) {
        addBlock(request, 0);
    }

    private void addBlock(AcquireRequest request, int granted) {
        if (request.block() > 0) {
            block.add(granted, request.sent());
        }
    }

    /** What the waiting request at an index got: the first ones are taken, and each leaves less to the next. */
    Acquired acquired(AcquireReply reply, int index) {
        int left = reply.taken() - 1 - index;
        return left < 0
                ? new Acquired(false, reply.level())
                : new Acquired(true, reply.level() + (left + reply.block()) * period);
    }

    /**
     * What the caller may still request.
     *
     * @throws RateExceededException if the request was not taken
     */
    Quota quota(Acquired acquired) {
        if (!acquired.taken()) {
            throw exceeded(acquired.level());
        }
        return quota(acquired.level());
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
