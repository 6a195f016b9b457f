package dev.agoratoken.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A pipe or a device: it takes the answers as they come, and nothing may be put in its place. */
record StreamOutput(Path file) implements BatchOutput {
    private static final String REMEDY = "name a file, or - for standard output";

    static StreamOutput of(Path file) {
        if (Files.isDirectory(file)) {
            throw BatchOutput.invalid(file, "is a folder", REMEDY);
        }
        return new StreamOutput(file);
    }

    @Override
    public String description() {
        return "in " + file;
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
        // It has them already.
    }

    @Override
    public void rollback() {
        // What it has cannot be taken back.
    }

    @Override
    public int onWriteError() {
        throw BatchOutput.invalid(file, "takes no more", "see whether its reader has ended");
    }
}
