package dev.agoratoken.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The files that a configuration is read from, with their contents. Changes are found by comparing contents, so that changed
 * links, moved files and overwritten files are all noticed.
 */
public final class TrackedFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Duration PIPE_TIMEOUT = Duration.ofSeconds(10);

    private final Map<Path, FileContent> seen = new HashMap<>();
    /** The contents of pipes, which can be read only once. */
    private final Map<Path, byte[]> pipes;

    private final Duration pipeTimeout;

    public TrackedFiles() {
        this(PIPE_TIMEOUT);
    }

    /** Tracked files with a timeout for reading pipes. */
    TrackedFiles(Duration pipeTimeout) {
        this(new HashMap<>(), pipeTimeout);
    }

    private TrackedFiles(Map<Path, byte[]> pipes, Duration pipeTimeout) {
        this.pipes = pipes;
        this.pipeTimeout = pipeTimeout;
    }

    /** An empty set of files for a reload. The contents of pipes are kept. */
    public TrackedFiles again() {
        return new TrackedFiles(pipes, pipeTimeout);
    }

    /**
     * Reads a file.
     *
     * @throws TooLongException if it is longer than {@code longest} bytes
     * @throws IOException if it cannot be read
     */
    byte[] bytes(Path path, int longest) throws IOException {
        try {
            byte[] content = contentOf(path, longest);
            seen.put(path, new FileContent(longest, Optional.of(ByteBuffer.wrap(content))));
            return content.clone();
        } catch (IOException e) {
            seen.put(path, new FileContent(longest, Optional.empty()));
            throw e;
        }
    }

    /** Reads a file as UTF-8 text, without a byte order mark. */
    public String text(Path path, int longest) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(path, longest)))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** Whether all files still have the contents that were read. */
    public boolean unchanged() {
        return seen.entrySet().stream().allMatch(file -> isStillIn(file.getKey(), file.getValue()));
    }

    private byte[] contentOf(Path path, int longest) throws IOException {
        if (Files.isRegularFile(path)) {
            return read(path, longest);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new FolderException(path);
        }
        if (!pipes.containsKey(path)) {
            pipes.put(path, fromPipe(path, longest));
        }
        return pipes.get(path);
    }

    /** Uses a separate thread, because opening a pipe blocks until a writer opens it, and cannot be interrupted. */
    private byte[] fromPipe(Path path, int longest) throws IOException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> read(path, longest));
        Thread reader = new Thread(reading, "pipe");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(pipeTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SilentPipeException(path, pipeTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /**
     * Describes why a file cannot be read.
     *
     * @param otherwise the description without a known cause
     */
    static String problem(IOException failure, String otherwise) {
        if (failure instanceof SilentPipeException silent) {
            return otherwise + ": nothing was written to the pipe within " + silent.timeout.toSeconds() + " s";
        }
        if (failure instanceof FolderException) {
            return otherwise + ": it is a folder";
        }
        if (failure instanceof NoSuchFileException) {
            return otherwise + ": it does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return otherwise + ": permission denied";
        }
        return failure instanceof CharacterCodingException ? otherwise + ": it is not UTF-8 text" : otherwise;
    }

    private static byte[] read(Path path, int longest) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new TooLongException(path);
            }
            return bytes;
        }
    }

    /** Pipes are not read again. */
    private static boolean isStillIn(Path path, FileContent fileContent) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return true;
        }
        try {
            return fileContent.content().equals(Optional.of(ByteBuffer.wrap(read(path, fileContent.longest()))));
        } catch (IOException e) {
            return fileContent.content().isEmpty();
        }
    }

    /**
     * The contents of a file.
     *
     * @param content empty if it could not be read
     */
    private record FileContent(int longest, Optional<ByteBuffer> content) {}

    /** A pipe was not written or not closed within the timeout. */
    private static final class SilentPipeException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Duration timeout;

        private SilentPipeException(Path path, Duration timeout) {
            super(path + " delivers nothing");
            this.timeout = timeout;
        }
    }

    /** A folder stands where a file is expected. */
    private static final class FolderException extends IOException {
        private static final long serialVersionUID = 1L;

        private FolderException(Path path) {
            super(path + " is a folder");
        }
    }

    /** A file is longer than allowed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLongException(Path path) {
            super(path + " is too long");
        }
    }
}
