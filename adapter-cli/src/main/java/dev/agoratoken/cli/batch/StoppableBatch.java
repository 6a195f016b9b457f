package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.port.Operator.Listening;
import dev.agoratoken.cli.terminal.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A batch that leaves everything in order, also where the process is told to end before it is done. */
public record StoppableBatch(Session session, BatchRun batch, Outlet outlet) {
    private static final long PATIENCE_IN_SECONDS = 10;

    /** Runs it and returns the exit code. */
    public int run() {
        CountDownLatch inOrder = new CountDownLatch(1);
        Listening listening = session.ports().operator().onStop(() -> {
            batch.stop();
            await(inOrder);
            return ExitCodes.REFUSED;
        });
        try {
            return answered();
        } finally {
            inOrder.countDown();
            listening.close();
        }
    }

    private int answered() {
        OutputStream answers = outlet.open();
        boolean kept = false;
        try {
            BatchCount count = written(answers);
            kept = true;
            if (count.whole()) {
                outlet.complete();
            }
            return reported(count);
        } catch (IOException e) {
            return outlet.broken();
        } finally {
            if (!kept) {
                outlet.discard();
            }
        }
    }

    private BatchCount written(OutputStream answers) throws IOException {
        try (answers) {
            return batch.run(answers);
        }
    }

    private int reported(BatchCount count) {
        if (!count.whole()) {
            session.err()
                    .println("agora-token: stopped: " + count.lines() + " lines are answered, " + outlet.place()
                            + "; a new run begins with the first line again");
        }
        if (count.bad() > 0) {
            session.err()
                    .println("agora-token: lines: " + count.bad() + " of " + count.lines()
                            + " are bad; see the errors in their answers");
        }
        session.err().flush();
        return count.whole() && count.bad() == 0 ? ExitCodes.DONE : ExitCodes.REFUSED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
