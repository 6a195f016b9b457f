package dev.agoratoken.cli.batch;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayOutputStream;

/** How the lines of a batch say what they ask for, and how they are answered. Thread-safe. */
public interface LineFormat {
    /** What stands above all answers; empty if nothing does. */
    byte[] header();

    /**
     * The token request in that line, as the HTTP API takes it.
     *
     * @throws TokenException if there is none
     */
    Object request(Line line);

    void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out);

    void writeError(Line line, TokenException error, ByteArrayOutputStream out);
}
