package dev.agoratoken.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output as text or as bytes. Keeps the first failure, which a print stream hides. */
public final class StandardOutput extends PrintStream {
    private final FailureTrackingStream bytes;

    public StandardOutput(OutputStream out) {
        this(new FailureTrackingStream(out));
    }

    private StandardOutput(FailureTrackingStream bytes) {
        super(new BufferedOutputStream(bytes), true, StandardCharsets.UTF_8);
        this.bytes = bytes;
    }

    /** The unbuffered stream, whose methods throw where the print stream stays silent. Closing it does nothing. */
    public OutputStream bytes() {
        return bytes;
    }

    /** The first failure to write, if there was one. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(bytes.failure);
    }

    private static final class FailureTrackingStream extends OutputStream {
        private final OutputStream out;
        private @Nullable IOException failure;

        FailureTrackingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
