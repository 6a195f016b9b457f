package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.port.ProcessControl.Registration;
import dev.agoratoken.cli.terminal.CommandContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A batch that leaves everything in order, also where the process is told to end before it is done. */
public record InterruptibleBatch(CommandContext commandContext, BatchPipeline pipeline, BatchOutput batchOutput) {
    private static final long TIMEOUT_SECONDS = 10;

    /** Runs it and returns the exit code. */
    public int run() {
        CountDownLatch inOrder = new CountDownLatch(1);
        Registration registration = commandContext.ports().processControl().onShutdown(() -> {
            pipeline.stop();
            await(inOrder);
            return ExitCodes.REFUSED;
        });
        try {
            return execute();
        } finally {
            inOrder.countDown();
            registration.close();
        }
    }

    private int execute() {
        OutputStream answers = batchOutput.open();
        boolean kept = false;
        try {
            BatchSummary summary = writeResults(answers);
            kept = true;
            if (summary.complete()) {
                batchOutput.commit();
            }
            return report(summary);
        } catch (IOException e) {
            return batchOutput.onWriteError();
        } finally {
            if (!kept) {
                batchOutput.rollback();
            }
        }
    }

    private BatchSummary writeResults(OutputStream answers) throws IOException {
        try (answers) {
            return pipeline.run(answers);
        }
    }

    private int report(BatchSummary summary) {
        if (!summary.complete()) {
            commandContext
                    .err()
                    .println("agora-token: stopped: " + summary.lines() + " lines are answered, "
                            + batchOutput.description() + "; a new run begins with the first line again");
        }
        if (summary.errors() > 0) {
            commandContext
                    .err()
                    .println("agora-token: lines: " + summary.errors() + " of " + summary.lines()
                            + " are bad; see the errors in their answers");
        }
        commandContext.err().flush();
        return summary.complete() && summary.errors() == 0 ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
