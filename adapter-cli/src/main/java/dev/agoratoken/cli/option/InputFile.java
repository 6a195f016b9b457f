package dev.agoratoken.cli.option;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a command reads from: a file, or standard input by the name {@code -}. */
public record InputFile(String option, String name) {
    public static final String STDIN = "-";

    public boolean isStandardInput() {
        return name.equals(STDIN);
    }

    public InputStream open(InputStream standardInput) {
        if (isStandardInput()) {
            return standardInput;
        }
        try {
            // Of a pipe, too, it can tell what is there to be read: a stream of Files cannot.
            return new FileInputStream(path().toFile());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Everything that is in it, unless that is more than so many bytes. */
    public byte[] read(InputStream standardInput, int most) {
        try (InputStream in = open(standardInput)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new InvalidValueException(option, "there is more than " + most + " bytes", "make it shorter");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** How many bytes there are, or 0 where nobody knows. */
    public long size() {
        try {
            return isStandardInput() ? 0 : Files.size(path());
        } catch (IOException e) {
            // It was there when it was opened, and can be read to its end.
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
                "name a file that can, or - for standard input");
    }
}
