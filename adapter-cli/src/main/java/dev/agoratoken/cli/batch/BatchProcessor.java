package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.option.RequestDefaults;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.wire.TokenRequestDocument;
import java.io.ByteArrayOutputStream;

/** Answers chunks of lines, each line with a token or with what is wrong with it. Thread-safe. */
public record BatchProcessor(LineFormat format, RequestDefaults defaults, TokenIssuer issuer) {
    private static final int USUAL_ANSWER = 256;

    BatchResults process(LineChunk chunk) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(chunk.lines().size() * USUAL_ANSWER);
        int bad = 0;
        for (Line line : chunk.lines()) {
            bad += process(line, text) ? 0 : 1;
        }
        return new BatchResults(text, chunk.lines().size(), bad, chunk.consumed());
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
