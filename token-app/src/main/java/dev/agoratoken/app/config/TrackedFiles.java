package dev.agoratoken.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a configuration is read from, and what was in them. Whether they have changed is told by their contents: a
 * link that points elsewhere, a file that was moved into place and one that was written over are all the same to that.
 */
public final class TrackedFiles {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<Path, FileContent> seen = new HashMap<>();

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
        return seen.entrySet().stream().allMatch(file -> file.getValue().matches(file.getKey()));
    }

    private static byte[] contentOf(Path path, int longest) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new TooLongException(path);
            }
            return bytes;
        }
    }

    /**
     * What was in a file.
     *
     * @param content empty if it could not be read
     */
    private record FileContent(int longest, Optional<ByteBuffer> content) {
        /** What is no file but a pipe can be read once only, and is not asked again. */
        boolean matches(Path path) {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return true;
            }
            try {
                return content.equals(Optional.of(ByteBuffer.wrap(contentOf(path, longest))));
            } catch (IOException e) {
                return content.isEmpty();
            }
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
