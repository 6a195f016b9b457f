package dev.agoratoken.http.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * A queue before the request log. A thread collects entries for a moment and writes them in batches, because a system
 * call for each entry would cost more than its request. Requests never wait for the log: while the queue is full, entries
 * are dropped and counted.
 */
public final class AsyncRequestLog implements AutoCloseable {
    static final int CAPACITY = 8192;
    private static final long BATCH_WINDOW_MILLIS = 10;
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;

    private final BlockingQueue<RequestLog.Entry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder dropped = new LongAdder();
    private final RequestLog log;
    private final LongConsumer onDropped;
    private final Thread writer = new Thread(this::writeUntilInterrupted, "request log");
    private long reportedDrops;

    /**
     * Starts the thread.
     *
     * @param onDropped gets the number of dropped entries when the log works again
     */
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

    /** The number of entries dropped since the start. */
    public long dropped() {
        return dropped.sum();
    }

    private void writeUntilInterrupted() {
        List<RequestLog.Entry> lines = new ArrayList<>();
        try {
            while (true) {
                lines.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(BATCH_WINDOW_MILLIS);
                write(lines);
            }
        } catch (InterruptedException e) {
            write(lines);
        }
    }

    /** Writes the entries and those in the queue. */
    private void write(List<RequestLog.Entry> lines) {
        waiting.drainTo(lines);
        if (lines.isEmpty()) {
            return;
        }
        try {
            log.write(List.copyOf(lines));
            reportDrops();
        } catch (Throwable e) {
            // Any failure: without this thread nothing would be logged any more.
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

    /** Writes the entries in the queue. */
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
