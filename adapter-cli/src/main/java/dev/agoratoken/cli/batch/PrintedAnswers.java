package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.terminal.HeardOutput;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Answers on standard output. */
record PrintedAnswers(PrintStream out) implements Outlet {
    @Override
    public String place() {
        return "on standard output";
    }

    @Override
    public boolean isAlso(Path input) {
        return false;
    }

    @Override
    public OutputStream open() {
        return new HeardOutput(out);
    }

    @Override
    public void complete() {
        // Each answer was whole when it was printed.
    }

    @Override
    public void discard() {
        // What is printed stays printed.
    }

    /** Who called notices, too, and says so for every command. */
    @Override
    public int broken() {
        return ExitCodes.REFUSED;
    }
}
