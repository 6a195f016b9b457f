package dev.agoratoken.cli.option;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** An input file, or standard input by the name {@code -}. */
public final class InputFile {
    public static final String STDIN = "-";

    private final String option;
    private final String name;

    /** Names the file, and the option that errors name. */
    public InputFile(String option, String name) {
        this.option = option;
        this.name = name;
    }

    public String option() {
        return option;
    }

    public boolean isStandardInput() {
        return name.equals(STDIN);
    }

    public InputStream open(InputStream standardInput) {
        if (isStandardInput()) {
            return standardInput;
        }
        try {
            // Unlike a stream of Files, it reports the available bytes of a pipe.
            return new FileInputStream(path().toFile());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /**
     * Reads the complete input.
     *
     * @param max in bytes
     */
    public byte[] read(InputStream standardInput, int max) {
        try (InputStream in = open(standardInput)) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                throw new InvalidValueException(option, "larger than " + max + " bytes", "shorten it");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** The size in bytes; 0 if unknown. */
    public long size() {
        try {
            return isStandardInput() ? 0 : Files.size(path());
        } catch (IOException e) {
            // The size is for progress only; the open stream can still be read.
            return 0;
        }
    }

    public Path path() {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw unreadable();
        }
    }

    private InvalidValueException unreadable() {
        return new InvalidValueException(
                option,
                (isStandardInput() ? "standard input" : Printable.quote(name)) + " cannot be read",
                "name a readable file, or - for standard input");
    }
}
