package dev.agoratoken.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output, which remembers why it could not be written: the print stream around it keeps that to itself. */
public final class FailureTrackingStream extends OutputStream {
    private final OutputStream out;
    private IOException failure;

    public FailureTrackingStream(OutputStream out) {
        this.out = out;
    }

    /** Why something did not arrive, if anything did not. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
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
