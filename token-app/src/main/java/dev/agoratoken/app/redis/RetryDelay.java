package dev.agoratoken.app.redis;

import java.time.Duration;

/**
 * How long Redis stays out of use after an outage. The delay doubles while outages follow each other, so that a Redis that
 * answers only sometimes is not asked all the time, and does not fill the log.
 */
final class RetryDelay {
    private static final long MIN = Duration.ofMillis(500).toNanos();
    private static final long MAX = Duration.ofSeconds(4).toNanos();
    /** An outage that begins later than this has nothing to do with the last one. */
    private static final long MEMORY = Duration.ofSeconds(30).toNanos();

    private long delay;
    private long lostAt;
    private long gainedAt;

    synchronized void lost() {
        lostAt = System.nanoTime();
        delay = delay > 0 && lostAt - gainedAt < MEMORY ? Math.min(MAX, delay * 2) : MIN;
    }

    synchronized void gained() {
        gainedAt = System.nanoTime();
    }

    synchronized boolean isOver() {
        return delay == 0 || System.nanoTime() - lostAt >= delay;
    }
}
