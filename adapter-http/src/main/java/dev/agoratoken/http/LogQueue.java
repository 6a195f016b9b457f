package dev.agoratoken.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lines on their way into the log. A thread of its own lets them gather for a moment and writes them in one go, because a
 * call to the system for each would cost more than its request. When too many wait, requests wait, too: no line is lost.
 */
final class LogQueue implements AutoCloseable {
    private static final int MOST_WAITING = 8192;
    private static final long GATHERING_MILLIS = 10;
    private static final long PATIENCE_MILLIS = 5_000;

    private final BlockingQueue<RequestLog.Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final RequestLog log;
    private final Thread writer = new Thread(this::writeUntilInterrupted, "request log");

    LogQueue(RequestLog log) {
        this.log = log;
        writer.setDaemon(true);
        writer.start();
    }

    void add(RequestLog.Line line) {
        try {
            waiting.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilInterrupted() {
        List<RequestLog.Line> lines = new ArrayList<>();
        try {
            while (true) {
                lines.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
                write(lines);
            }
        } catch (InterruptedException e) {
            write(lines);
        }
    }

    /** Writes those lines and whatever waits behind them. */
    private void write(List<RequestLog.Line> lines) {
        waiting.drainTo(lines);
        if (!lines.isEmpty()) {
            log.write(List.copyOf(lines));
            lines.clear();
        }
    }

    /** Writes what still waits. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
