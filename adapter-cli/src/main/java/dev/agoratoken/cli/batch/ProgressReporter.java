package dev.agoratoken.cli.batch;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** A line on standard error that says how far a batch is, for the person who watches it. */
public final class ProgressReporter {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int WIDTH = 60;

    private final PrintStream err;
    private final boolean watched;
    private final long size;
    private final InstantSource clock;
    private final Instant start;
    private Instant shown;

    /** {@code size} is that of the input in bytes, or 0 where nobody knows it. */
    public ProgressReporter(PrintStream err, boolean watched, long size, InstantSource clock) {
        this.err = err;
        this.watched = watched;
        this.size = size;
        this.clock = clock;
        this.start = clock.instant();
        this.shown = start;
    }

    void show(long lines, long consumed) {
        if (!watched) {
            return;
        }
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(PAUSE) < 0) {
            return;
        }
        shown = now;
        double seconds = seconds(now);
        String left = consumed < size && consumed > 0
                ? String.format(Locale.ROOT, ", %.0f s left", seconds * (size - consumed) / consumed)
                : "";
        rewrite(String.format(Locale.ROOT, "%,d lines, %,.0f/s%s", lines, lines / seconds, left));
    }

    /** Says how long it took, in place of how far it is. */
    void end(long lines) {
        if (watched) {
            double seconds = Math.max(seconds(clock.instant()), 0.001);
            rewrite(String.format(Locale.ROOT, "%,d lines in %.1f s, %,.0f/s", lines, seconds, lines / seconds));
            err.println();
        }
    }

    private double seconds(Instant now) {
        return Duration.between(start, now).toNanos() / 1e9;
    }

    private void rewrite(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
        err.flush();
    }
}
