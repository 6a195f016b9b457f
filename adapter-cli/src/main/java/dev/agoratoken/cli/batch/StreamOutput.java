package dev.agoratoken.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A pipe or a device, which is written directly and never replaced. */
final class StreamOutput implements BatchOutput {
    private static final String REMEDY = "name a file, or - for standard output";

    private final Path file;

    private StreamOutput(Path file) {
        this.file = file;
    }

    static StreamOutput of(Path file) {
        if (Files.isDirectory(file)) {
            throw BatchOutput.invalid(file, "is a folder", REMEDY);
        }
        return new StreamOutput(file);
    }

    @Override
    public String description() {
        return "to " + file;
    }

    @Override
    public boolean isSameFile(Path input) {
        return false;
    }

    @Override
    public OutputStream open() {
        try {
            return Files.newOutputStream(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw BatchOutput.invalid(file, "cannot be written", REMEDY);
        }
    }

    @Override
    public void commit() {
        // The lines are already written.
    }

    @Override
    public void rollback() {
        // Written lines cannot be taken back.
    }

    @Override
    public int onWriteError() {
        throw BatchOutput.invalid(file, "cannot be written", "check whether its reader has ended");
    }
}
