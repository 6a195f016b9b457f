package dev.agoratoken.cli.batch;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The format of the input and output lines of a batch. Thread-safe. */
public interface LineFormat {
    /** The first line of the output; empty if there is none. */
    byte[] header();

    /**
     * Returns the request in this line, as in POST /v1/tokens.
     *
     * @throws TokenException if the line is invalid
     */
    @Nullable
    Object request(Line line);

    void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out);

    void writeError(Line line, TokenException error, ByteArrayOutputStream out);
}
