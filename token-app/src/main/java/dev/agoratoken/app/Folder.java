package dev.agoratoken.app;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the names of files begin that are not absolute. */
record Folder(Path path) {
    /** @throws InvalidValueException if that can be no name of a file */
    Path file(String name) {
        try {
            return path.resolve(name);
        } catch (InvalidPathException e) {
            throw new InvalidValueException("file", Received.quoted(name) + " is no name of a file", "name a file");
        }
    }
}
