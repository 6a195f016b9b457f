package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.port.ProcessControl.Registration;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs a batch, and leaves complete lines and files when the process is stopped. */
public final class InterruptibleBatch {
    private static final long TIMEOUT_SECONDS = 10;

    private final CommandContext commandContext;
    private final BatchPipeline pipeline;
    private final BatchOutput batchOutput;

    public InterruptibleBatch(CommandContext commandContext, BatchPipeline pipeline, BatchOutput batchOutput) {
        this.commandContext = commandContext;
        this.pipeline = pipeline;
        this.batchOutput = batchOutput;
    }

    /** Runs the batch and returns the exit code. */
    public int run() {
        CountDownLatch done = new CountDownLatch(1);
        Registration registration = commandContext.ports().processControl().onShutdown(() -> {
            pipeline.stop();
            await(done);
            return ExitCodes.REJECTED;
        });
        try {
            return execute();
        } finally {
            done.countDown();
            registration.close();
        }
    }

    private int execute() {
        OutputStream out = batchOutput.open();
        boolean keepOutput = false;
        try {
            BatchSummary summary = writeResults(out);
            keepOutput = true;
            if (summary.complete()) {
                batchOutput.commit();
            }
            return report(summary);
        } catch (IOException e) {
            return batchOutput.onWriteError();
        } finally {
            if (!keepOutput) {
                batchOutput.rollback();
            }
        }
    }

    private BatchSummary writeResults(OutputStream out) throws IOException {
        try (out) {
            return pipeline.run(out);
        }
    }

    private int report(BatchSummary summary) {
        if (!summary.complete()) {
            commandContext.report("stopped: " + Printable.count(summary.lines(), "line") + " written "
                    + batchOutput.description() + "; a new run starts at the first line");
        }
        if (summary.errors() > 0) {
            commandContext.report(
                    "lines: " + summary.errors() + " of " + summary.lines() + " failed; see the errors in the output");
        }
        commandContext.err().flush();
        return summary.complete() && summary.errors() == 0 ? ExitCodes.DONE : ExitCodes.REJECTED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
