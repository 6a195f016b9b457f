package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ExitCodes;
import java.io.OutputStream;
import java.nio.file.Path;

/** Standard output. */
final class StdoutOutput implements BatchOutput {
    private final OutputStream out;

    StdoutOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public String description() {
        return "to standard output";
    }

    @Override
    public boolean isSameFile(Path input) {
        return false;
    }

    @Override
    public OutputStream open() {
        return out;
    }

    @Override
    public void commit() {
        // Each line is complete when it is printed.
    }

    @Override
    public void rollback() {
        // Printed lines cannot be taken back.
    }

    /** The failure is reported for every command alike when the command has ended. */
    @Override
    public int onWriteError() {
        return ExitCodes.REJECTED;
    }
}
