package dev.agoratoken.app.audit;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file to which lines are appended. When it is moved away, as logrotate does, the next line creates a new one. Not
 * thread-safe.
 */
final class RotatableFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The file type bits of a mode (POSIX, sys/stat.h). */
    private static final int FILE_TYPE = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;

    private final Path path;
    private @Nullable FileChannel channel;
    private @Nullable Object identity;
    private boolean partialLine;

    RotatableFile(Path path) {
        this.path = path;
    }

    /**
     * Opens the file, or creates it for its owner only. Links are not followed, because another user may have placed them.
     * Pipes are not opened, because that blocks until a reader opens them.
     */
    void open() throws IOException {
        channel = isAbsent(path) ? create(path) : openExisting(path);
        identity = identityOf(path);
    }

    static boolean isAbsent(Path path) {
        return Files.notExists(path, NOFOLLOW_LINKS);
    }

    /** Whether the path is a regular file or a device such as {@code /dev/null}, and not a link to one. */
    static boolean isFile(Path path) {
        return Files.isRegularFile(path, NOFOLLOW_LINKS) || isCharacterDevice(path);
    }

    private static boolean isCharacterDevice(Path path) {
        try {
            return ((int) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS) & FILE_TYPE) == CHARACTER_DEVICE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static FileChannel create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(CREATE_NEW, WRITE, APPEND), attributes);
    }

    private static FileChannel openExisting(Path path) throws IOException {
        if (!isFile(path)) {
            throw new NotRegularFileException(path);
        }
        return FileChannel.open(path, Set.of(WRITE, APPEND, NOFOLLOW_LINKS));
    }

    /** Appends a line and passes it to the operating system. After a failure it opens the file again first. */
    void add(String line) throws IOException {
        try {
            FileChannel current = reopenIfMoved();
            // A partial line that a failure left must not become the start of this one.
            write((partialLine ? "\n" : "") + line + "\n", current);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private FileChannel reopenIfMoved() throws IOException {
        if (channel == null || isAbsent(path) || !Objects.equals(identity, identityOf(path))) {
            close();
            open();
        }
        return Objects.requireNonNull(channel);
    }

    private void write(String text, FileChannel target) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            partialLine |= target.write(bytes) > 0;
        }
        partialLine = false;
    }

    private void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** The identity of the file (inode); null on systems without one. */
    private static @Nullable Object identityOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS)
                .fileKey();
    }

    /** The path is a link, a pipe, a device or a folder. */
    static final class NotRegularFileException extends IOException {
        private static final long serialVersionUID = 1L;

        private NotRegularFileException(Path path) {
            super(path + " is not a regular file");
        }
    }
}
