package dev.agoratoken.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When clients pause, and whether they go on. Thread-safe. */
final class Pace {
    private final CountDownLatch stop = new CountDownLatch(1);

    void stop() {
        stop.countDown();
    }

    boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** Waits that long, or until it is stopped; whether to go on. */
    boolean pause(long millis) {
        try {
            return !stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return false;
        }
    }
}
