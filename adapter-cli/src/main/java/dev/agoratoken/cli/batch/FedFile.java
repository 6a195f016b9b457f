package dev.agoratoken.cli.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A pipe or a device: it takes the answers as they come, and nothing may be put in its place. */
record FedFile(Path file) implements Outlet {
    private static final String REMEDY = "name a file, or - for standard output";

    static FedFile of(Path file) {
        if (Files.isDirectory(file)) {
            throw Outlet.refused(file, "is a folder", REMEDY);
        }
        return new FedFile(file);
    }

    @Override
    public String place() {
        return "in " + file;
    }

    @Override
    public boolean isAlso(Path input) {
        return false;
    }

    @Override
    public OutputStream open() {
        try {
            return Files.newOutputStream(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw Outlet.refused(file, "cannot be written", REMEDY);
        }
    }

    @Override
    public void complete() {
        // It has them already.
    }

    @Override
    public void discard() {
        // What it has cannot be taken back.
    }

    @Override
    public int broken() {
        throw Outlet.refused(file, "takes no more", "see whether its reader has ended");
    }
}
