package dev.agoratoken.cli.batch;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows the progress of a batch in one line on standard error, if it is a terminal. */
public final class ProgressReporter {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int WIDTH = 60;

    private final PrintStream err;
    private final boolean isTerminal;
    private final long size;
    private final InstantSource clock;
    private final Instant start;
    private Instant shown;

    /**
     * Creates a reporter.
     *
     * @param isTerminal whether standard error is a terminal; if not, nothing is shown
     * @param size of the input in bytes; 0 if unknown
     */
    public ProgressReporter(PrintStream err, boolean isTerminal, long size, InstantSource clock) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.size = size;
        this.clock = clock;
        this.start = clock.instant();
        this.shown = start;
    }

    void show(long lines, long consumed) {
        if (!isTerminal) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(INTERVAL) < 0) {
            return;
        }
        shown = now;
        double seconds = seconds(now);
        String left = consumed < size && consumed > 0
                ? String.format(Locale.ROOT, ", %.0f s left", seconds * (size - consumed) / consumed)
                : "";
        rewrite(String.format(Locale.ROOT, "%s, %,.0f/s%s", count(lines), lines / seconds, left));
    }

    /** Replaces the progress by the total time. */
    void end(long lines) {
        if (isTerminal) {
            double seconds = Math.max(seconds(clock.instant()), 0.001);
            rewrite(String.format(Locale.ROOT, "%s in %.1f s, %,.0f/s", count(lines), seconds, lines / seconds));
            err.println();
        }
    }

    private static String count(long lines) {
        return String.format(Locale.ROOT, lines == 1 ? "%,d line" : "%,d lines", lines);
    }

    private double seconds(Instant now) {
        return Duration.between(start, now).toNanos() / 1e9;
    }

    private void rewrite(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
        err.flush();
    }
}
