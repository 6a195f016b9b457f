package dev.agoratoken.cli.batch;

import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Pipeline of a batch: one thread reads, all cores process, and the calling thread writes in the order of the lines. A
 * bounded queue limits the memory.
 */
public final class BatchPipeline {
    private static final int CHUNKS_PER_CORE = 4;
    private static final long POLL_MILLIS = 50;

    private final LineReader lines;
    private final BatchProcessor processor;
    private final ProgressReporter progressReporter;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final BlockingQueue<CompletableFuture<BatchResults>> inFlight =
            new ArrayBlockingQueue<>(CHUNKS_PER_CORE * cores);
    private volatile boolean stopped;

    public BatchPipeline(LineReader lines, BatchProcessor processor, ProgressReporter progressReporter) {
        this.lines = lines;
        this.processor = processor;
        this.progressReporter = progressReporter;
    }

    /** Ends the run soon, after a complete line. Callable from any thread. */
    void stop() {
        stopped = true;
    }

    /**
     * Runs to the end, or until it is stopped.
     *
     * @throws IOException if the output cannot be written
     */
    BatchSummary run(OutputStream out) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(cores, BatchPipeline::daemon);
        Thread reader = daemon(() -> read(workers));
        reader.start();
        try {
            return write(out);
        } finally {
            workers.shutdownNow();
            reader.interrupt();
        }
    }

    /** Daemon threads, because a thread that waits for standard input cannot be interrupted. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "batch");
        thread.setDaemon(true);
        return thread;
    }

    private void read(ExecutorService workers) {
        try {
            boolean more = true;
            while (more) {
                more = readChunk(workers);
            }
        } catch (InterruptedException e) {
            // The run has ended; no more input is needed.
        }
    }

    /** Submits the next chunk. Returns false after the last one, which is empty, or after a failure. */
    private boolean readChunk(ExecutorService workers) throws InterruptedException {
        try {
            LineChunk chunk = lines.next();
            inFlight.put(CompletableFuture.supplyAsync(() -> processor.process(chunk), workers));
            return !chunk.lines().isEmpty();
        } catch (IOException e) {
            inFlight.put(CompletableFuture.failedFuture(new InvalidValueException(
                    "in", "reading failed (" + e.getMessage() + ")", "name a readable file")));
        } catch (RuntimeException | Error e) {
            inFlight.put(CompletableFuture.failedFuture(e));
        }
        return false;
    }

    private BatchSummary write(OutputStream out) throws IOException {
        out.write(processor.header());
        BatchSummary summary = BatchSummary.NONE;
        while (!stopped) {
            Optional<CompletableFuture<BatchResults>> next = next();
            if (next.isPresent()) {
                BatchResults batchResults = results(next.get());
                if (batchResults.isEmpty()) {
                    progressReporter.end(summary.lines());
                    return summary.completed();
                }
                batchResults.text().writeTo(out);
                out.flush();
                summary = summary.plus(batchResults);
                progressReporter.show(summary.lines(), batchResults.consumed());
            }
        }
        return summary;
    }

    /** The next results, if any are submitted soon; none after an interrupt, which stops the run. */
    private Optional<CompletableFuture<BatchResults>> next() {
        try {
            return Optional.ofNullable(inFlight.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return Optional.empty();
        }
    }

    private static BatchResults results(CompletableFuture<BatchResults> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InvalidValueException unreadable) {
                throw unreadable;
            }
            throw e;
        }
    }
}
