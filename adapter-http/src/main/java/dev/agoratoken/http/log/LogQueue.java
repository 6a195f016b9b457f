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
public final class LogQueue implements AutoCloseable {
    static final int MOST_WAITING = 8192;
    private static final long GATHERING_MILLIS = 10;
    private static final long PATIENCE_MILLIS = 5_000;

    private final BlockingQueue<RequestLog.Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder lost = new LongAdder();
    private final RequestLog log;
    private final LongConsumer lossTeller;
    private final Thread writer = new Thread(this::writeUntilInterrupted, "request log");
    private long lostAndTold;

    /** One into that log; when it takes lines again, the teller is told how many were lost. */
    public LogQueue(RequestLog log, LongConsumer lossTeller) {
        this.log = log;
        this.lossTeller = lossTeller;
        writer.setDaemon(true);
        writer.start();
    }

    public void add(RequestLog.Line line) {
        if (!waiting.offer(line)) {
            lost.increment();
        }
    }

    /** How many lines were lost since the start. */
    public long lost() {
        return lost.sum();
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
        if (lines.isEmpty()) {
            return;
        }
        try {
            log.write(List.copyOf(lines));
            tellLoss();
        } catch (Throwable e) {
            // Whatever it was: without this thread nothing would be logged any more.
            lost.add(lines.size());
        }
        lines.clear();
    }

    private void tellLoss() {
        long now = lost.sum();
        if (now > lostAndTold) {
            lossTeller.accept(now - lostAndTold);
            lostAndTold = now;
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
