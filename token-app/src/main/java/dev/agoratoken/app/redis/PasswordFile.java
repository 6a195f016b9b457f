package dev.agoratoken.app.redis;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that holds the password of Redis. It is read for each connection, so that a new password needs no restart. */
public final class PasswordFile {
    private static final int MAX_BYTES = 1024;

    private final Path path;

    public PasswordFile(Path path) {
        this.path = path;
    }

    /**
     * The password, without white space around it.
     *
     * @throws InvalidValueException if the file cannot be read, is empty or too long
     */
    String read() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            String password = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > MAX_BYTES || password.isEmpty()) {
                throw invalid(password.isEmpty() ? "is empty" : "is longer than " + MAX_BYTES + " bytes");
            }
            return password;
        } catch (IOException e) {
            throw invalid("cannot be read");
        }
    }

    /**
     * Checks that the file can be read, again for each connection.
     *
     * @throws InvalidValueException if it is not a regular file with a password
     */
    public void check() {
        if (!Files.isRegularFile(path)) {
            throw invalid(Files.exists(path) ? "is not a regular file" : "does not exist");
        }
        read();
    }

    private InvalidValueException invalid(String problem) {
        return new InvalidValueException(
                "shared.redis-password.file",
                "the file " + Printable.quote(path.toString()) + " " + problem,
                "name a readable file that holds the password");
    }
}
