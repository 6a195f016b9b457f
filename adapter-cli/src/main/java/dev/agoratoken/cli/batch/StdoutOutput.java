package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.terminal.BrokenPipeStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Answers on standard output. */
record StdoutOutput(PrintStream out) implements BatchOutput {
    @Override
    public String description() {
        return "on standard output";
    }

    @Override
    public boolean isSameFile(Path input) {
        return false;
    }

    @Override
    public OutputStream open() {
        return new BrokenPipeStream(out);
    }

    @Override
    public void commit() {
        // Each answer was whole when it was printed.
    }

    @Override
    public void rollback() {
        // What is printed stays printed.
    }

    /** Who called notices, too, and says so for every command. */
    @Override
    public int onWriteError() {
        return ExitCodes.REFUSED;
    }
}
