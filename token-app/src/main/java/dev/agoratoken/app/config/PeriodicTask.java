package dev.agoratoken.app.config;

import dev.agoratoken.app.log.EventLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has something done again and again, in a thread of its own, until it is closed. */
public final class PeriodicTask {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "configuration");
        thread.setDaemon(true);
        return thread;
    });
    private final EventLog log;

    /**
     * Begins.
     *
     * @param log told one line for each check that fails
     */
    public PeriodicTask(Runnable check, Duration interval, EventLog log) {
        this.log = log;
        scheduler.scheduleWithFixedDelay(
                () -> runSafely(check), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing gets out of here, an error of the virtual machine included: it would end the looking for good, in silence. */
    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            log.error(
                    "configuration check failed, trying again: " + e.getClass().getSimpleName());
        }
    }

    /** Has that done now, between two looks. */
    public void runNow(Runnable task) {
        try {
            scheduler.execute(() -> runSafely(task));
        } catch (RejectedExecutionException e) {
            // It is closed, and what it watches ends.
        }
    }

    public void close() {
        scheduler.shutdownNow();
    }
}
