package dev.agoratoken.app.config;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder at which relative file names start. */
public record BaseDirectory(Path path) {
    /** @throws InvalidValueException if the name is not a valid path */
    public Path file(String name) {
        try {
            return path.resolve(name);
        } catch (InvalidPathException e) {
            throw new InvalidValueException(
                    "file", "invalid file name " + Printable.quote(name), "use the path of a file");
        }
    }
}
