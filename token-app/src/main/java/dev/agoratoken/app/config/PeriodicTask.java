package dev.agoratoken.app.config;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.process.BackgroundThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Checks all files for changes periodically, in one background thread, until it is closed. */
public final class PeriodicTask {
    private final ScheduledExecutorService scheduler = BackgroundThread.scheduler("configuration");
    private final EventLog log;

    /**
     * Starts.
     *
     * @param log gets a line for each check that fails
     */
    public PeriodicTask(List<Runnable> checks, Duration interval, EventLog log) {
        this.log = log;
        var unused = scheduler.scheduleWithFixedDelay(
                () -> checks.forEach(this::runSafely), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Catches even errors of the virtual machine: the scheduler would silently stop after one. */
    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            log.error(
                    "configuration check failed, trying again: " + e.getClass().getSimpleName());
        }
    }

    /** Runs a task now, between two checks. */
    public void runNow(Runnable task) {
        try {
            scheduler.execute(() -> runSafely(task));
        } catch (RejectedExecutionException e) {
            // Closed: the server is stopping.
        }
    }

    public void close() {
        scheduler.shutdownNow();
    }
}
