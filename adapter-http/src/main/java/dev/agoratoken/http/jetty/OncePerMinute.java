package dev.agoratoken.http.jetty;

import java.util.concurrent.atomic.AtomicLong;

/** Logs a warning at most once a minute. Thread-safe. */
final class OncePerMinute {
    private static final long MINUTE = 60_000_000_000L;

    private final AtomicLong last = new AtomicLong(System.nanoTime() - MINUTE);

    void run(Runnable warning) {
        long before = last.get();
        long now = System.nanoTime();
        if (now - before >= MINUTE && last.compareAndSet(before, now)) {
            warning.run();
        }
    }
}
