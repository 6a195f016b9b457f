package dev.agoratoken.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output that tells when nobody reads it any more: a print stream keeps that to itself. */
public final class BrokenPipeStream extends OutputStream {
    private final PrintStream out;

    public BrokenPipeStream(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("nobody reads standard output");
        }
    }
}
