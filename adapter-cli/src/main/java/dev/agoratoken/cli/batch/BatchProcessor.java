package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.RequestDefaults;
import dev.agoratoken.document.TokenRequestDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayOutputStream;

/** Processes chunks of lines; each line gets a token or an error. Thread-safe. */
public final class BatchProcessor {
    private static final int TYPICAL_RESULT_BYTES = 256;

    private final LineFormat format;
    private final RequestDefaults defaults;
    private final TokenIssuer issuer;

    public BatchProcessor(LineFormat format, RequestDefaults defaults, TokenIssuer issuer) {
        this.format = format;
        this.defaults = defaults;
        this.issuer = issuer;
    }

    byte[] header() {
        return format.header();
    }

    BatchResults process(LineChunk chunk) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(chunk.lines().size() * TYPICAL_RESULT_BYTES);
        int errors = 0;
        for (Line line : chunk.lines()) {
            errors += process(line, text) ? 0 : 1;
        }
        return new BatchResults(text, chunk.lines().size(), errors, chunk.consumed());
    }

    private boolean process(Line line, ByteArrayOutputStream text) {
        try {
            Object request = defaults.applyTo(format.request(line));
            IssuedToken token = issuer.issue(TokenRequestDocument.read(request));
            format.writeToken(line, token, text);
            return true;
        } catch (TokenException e) {
            format.writeError(line, e, text);
            return false;
        }
    }
}
