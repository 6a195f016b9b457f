package dev.agoratoken.http.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * Lines on their way into the log. A thread of its own lets them gather for a moment and writes them in one go, because a
 * call to the system for each would cost more than its request. No request waits for the log: what comes while too many
 * lines wait is lost, and counted.
 */
public final class AsyncRequestLog implements AutoCloseable {
    static final int CAPACITY = 8192;
    private static final long BATCH_WINDOW = 10;
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;

    private final BlockingQueue<RequestLog.Entry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder dropped = new LongAdder();
    private final RequestLog log;
    private final LongConsumer onDropped;
    private final Thread writer = new Thread(this::writeUntilInterrupted, "request log");
    private long reportedDrops;

    /** One into that log; when it takes lines again, the teller is told how many were lost. */
    public AsyncRequestLog(RequestLog log, LongConsumer onDropped) {
        this.log = log;
        this.onDropped = onDropped;
        writer.setDaemon(true);
        writer.start();
    }

    public void add(RequestLog.Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.increment();
        }
    }

    /** How many lines were lost since the start. */
    public long dropped() {
        return dropped.sum();
    }

    private void writeUntilInterrupted() {
        List<RequestLog.Entry> lines = new ArrayList<>();
        try {
            while (true) {
                lines.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(BATCH_WINDOW);
                write(lines);
            }
        } catch (InterruptedException e) {
            write(lines);
        }
    }

    /** Writes those lines and whatever waits behind them. */
    private void write(List<RequestLog.Entry> lines) {
        waiting.drainTo(lines);
        if (lines.isEmpty()) {
            return;
        }
        try {
            log.write(List.copyOf(lines));
            reportDrops();
        } catch (Throwable e) {
            // Whatever it was: without this thread nothing would be logged any more.
            dropped.add(lines.size());
        }
        lines.clear();
    }

    private void reportDrops() {
        long now = dropped.sum();
        if (now > reportedDrops) {
            onDropped.accept(now - reportedDrops);
            reportedDrops = now;
        }
    }

    /** Writes what still waits. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(CLOSE_TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
