package dev.agoratoken.app.config;

import java.io.IOException;
import java.io.InputStream;

/** Standard input, read once and remembered, since a configuration that is read again finds it at its end. */
final class CachedStdin {
    private final InputStream in;
    private byte[] content;

    CachedStdin(InputStream in) {
        this.in = in;
    }

    /** All of it, or a little more than so many bytes of it. */
    synchronized byte[] read(int longest) throws IOException {
        if (content == null) {
            content = in.readNBytes(longest + 1);
        }
        return content.clone();
    }
}
