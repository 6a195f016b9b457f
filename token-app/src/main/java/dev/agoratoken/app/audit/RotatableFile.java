package dev.agoratoken.app.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file to which lines are added. When it is moved away, as logrotate does it, the next line begins a new one. Belongs to
 * one thread at a time.
 */
final class RotatableFile {
    private final Path path;
    private FileChannel channel;
    private Object identity;
    private boolean partialLine;

    RotatableFile(Path path) {
        this.path = path;
    }

    /** Opens the file, and makes it if there is none. */
    void open() throws IOException {
        channel = FileChannel.open(path, CREATE, WRITE, APPEND);
        identity = identityOf(path);
    }

    /** Adds a line, which is out of this process when this returns. After a failure it begins by opening the file. */
    void add(String line) throws IOException {
        try {
            reopenIfMoved();
            // What a failure left of another line must not be read as the beginning of this one.
            write((partialLine ? "\n" : "") + line + "\n");
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void reopenIfMoved() throws IOException {
        if (channel == null || !Files.exists(path) || !Objects.equals(identity, identityOf(path))) {
            close();
            open();
        }
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            partialLine |= channel.write(bytes) > 0;
        }
        partialLine = false;
    }

    private void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** What stays the same while the file does; null on systems that have no such thing. */
    private static Object identityOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
