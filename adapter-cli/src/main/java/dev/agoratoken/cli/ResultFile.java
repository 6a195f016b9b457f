package dev.agoratoken.cli;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that comes into being as a whole: it is written under another name beside it, and renamed in the end.
 *
 * @param part the name meanwhile
 */
record ResultFile(Path file, Path part) {
    static ResultFile named(String name) {
        Path file = new InputFile("out", name).path();
        return new ResultFile(file, file.resolveSibling(file.getFileName() + ".part"));
    }

    /** Whether this is that file, which must exist. */
    boolean isAlso(Path other) {
        try {
            return Files.exists(file) && Files.isSameFile(file, other);
        } catch (IOException e) {
            throw refused("cannot be looked at");
        }
    }

    OutputStream open() {
        if (Files.isDirectory(file)) {
            throw refused("is a folder");
        }
        try {
            return Files.newOutputStream(part);
        } catch (IOException e) {
            throw refused("cannot be written");
        }
    }

    void complete() {
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused("cannot be replaced by " + part);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw refused("was given up, and " + part + " cannot be deleted");
        }
    }

    InvalidValueException refused(String problem) {
        return new InvalidValueException(
                "out",
                Received.quoted(file.toString()) + " " + problem,
                "name a file in a folder that you may write to");
    }
}
