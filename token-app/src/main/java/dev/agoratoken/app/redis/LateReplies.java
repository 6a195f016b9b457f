package dev.agoratoken.app.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides whether late replies are an outage. Short delays are not: a collection of garbage on either side, or a busy
 * machine, causes them. Thread-safe.
 */
final class LateReplies {
    private static final long MAX_DELAY = Duration.ofMillis(500).toNanos();
    /** Half of the threads for requests: if more wait, the others queue for longer than a reply may take. */
    private static final int MAX_COUNT = 32;

    private final AtomicInteger count = new AtomicInteger();
    private volatile long since;

    /** Adds a late reply, and returns whether the replies are late for so long that this is an outage. */
    boolean add() {
        long now = System.nanoTime();
        int late = count.incrementAndGet();
        if (late == 1) {
            since = now;
        }
        return late >= MAX_COUNT || late > 1 && now - since > MAX_DELAY;
    }

    /** A reply came in time. */
    void reset() {
        if (count.getPlain() != 0) {
            count.set(0);
        }
    }
}
