package dev.agoratoken.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * The files that a configuration is read from, and what was in them. Whether they have changed is told by their contents: a
 * link that points elsewhere, a file that was moved into place and one that was written over are all the same to that.
 */
public final class TrackedFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Duration PIPE_TIMEOUT = Duration.ofSeconds(10);

    private final Map<Path, FileContent> seen = new HashMap<>();
    /** What was in pipes, which can be read once only. */
    private final Map<Path, byte[]> pipes;

    private final Duration pipeTimeout;

    public TrackedFiles() {
        this(PIPE_TIMEOUT);
    }

    /** Files of which those that are pipes have so much time to deliver what is in them. */
    TrackedFiles(Duration pipeTimeout) {
        this(new HashMap<>(), pipeTimeout);
    }

    private TrackedFiles(Map<Path, byte[]> pipes, Duration pipeTimeout) {
        this.pipes = pipes;
        this.pipeTimeout = pipeTimeout;
    }

    /** None yet, for the configuration to be read again. What came out of pipes is remembered. */
    public TrackedFiles again() {
        return new TrackedFiles(pipes, pipeTimeout);
    }

    /**
     * What is in that file.
     *
     * @throws TooLongException if it is longer than that
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

    /** The same as text in UTF-8, without the mark that some editors put before it. */
    public String text(Path path, int longest) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(path, longest)))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /** Whether all of them still hold what was read from them. */
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
        if (!pipes.containsKey(path)) {
            pipes.put(path, fromPipe(path, longest));
        }
        return pipes.get(path);
    }

    /** In a thread of its own, because opening a pipe waits for its writer without end and cannot be interrupted. */
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
     * Why a file cannot be read, in words.
     *
     * @param otherwise what to say unless there is more to say than that
     */
    static String problem(IOException failure, String otherwise) {
        return failure instanceof SilentPipeException silent
                ? otherwise + ": nothing was written to the pipe within " + silent.timeout.toSeconds() + " s"
                : otherwise;
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

    /** What is no file but a pipe is not asked again. */
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
     * What was in a file.
     *
     * @param content empty if it could not be read
     */
    private record FileContent(int longest, Optional<ByteBuffer> content) {}

    /** A pipe delivers nothing, or has no end. */
    private static final class SilentPipeException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Duration timeout;

        private SilentPipeException(Path path, Duration timeout) {
            super(path + " delivers nothing");
            this.timeout = timeout;
        }
    }

    /** A file is longer than what is looked for can be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLongException(Path path) {
            super(path + " is too long");
        }
    }
}
