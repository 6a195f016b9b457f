package dev.agoratoken.app.config;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Standard input, read once and cached for reloads. */
final class CachedStdin {
    private final InputStream in;
    private byte @Nullable [] content;

    CachedStdin(InputStream in) {
        this.in = in;
    }

    /** Reads everything, but at most one byte more than {@code longest}. */
    synchronized byte[] read(int longest) throws IOException {
        if (content == null) {
            content = in.readNBytes(longest + 1);
        }
        return content.clone();
    }
}
