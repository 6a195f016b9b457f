package dev.agoratoken.app.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has something done again and again, in a thread of its own, until it is closed. */
public final class PeriodicTask {
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "configuration");
        thread.setDaemon(true);
        return thread;
    });
    private final Runnable check;
    private final Consumer<String> log;

    /**
     * Begins.
     *
     * @param log told one line for each check that fails
     */
    public PeriodicTask(Runnable check, Duration interval, Consumer<String> log) {
        this.check = check;
        this.log = log;
        scheduler.scheduleWithFixedDelay(
                this::runSafely, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing gets out of here, an error of the virtual machine included: it would end the looking for good, in silence. */
    private void runSafely() {
        try {
            check.run();
        } catch (Throwable e) {
            log.accept("looking for a changed configuration failed and is tried again: "
                    + e.getClass().getSimpleName());
        }
    }

    public void close() {
        scheduler.shutdownNow();
    }
}
