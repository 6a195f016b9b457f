package dev.agoratoken.cli.batch;

import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.terminal.JsonReader;
import dev.agoratoken.cli.terminal.JsonWriter;
import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.TokenException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON lines: each line is a request; the output is {@code {"token":"007…"}} or {@code {"line":7,"error":"…"}}. */
public final class JsonLineFormat implements LineFormat {
    private static final byte[] BEFORE_TOKEN = "{\"token\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_TOKEN = "\"}\n".getBytes(StandardCharsets.US_ASCII);

    private final boolean complete;

    /** Creates a format that writes the complete document of the HTTP API, or the token alone. */
    public JsonLineFormat(boolean complete) {
        this.complete = complete;
    }

    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public @Nullable Object request(Line line) {
        return JsonReader.readRequest(line.text());
    }

    @Override
    public void writeToken(Line line, IssuedToken token, ByteArrayOutputStream out) {
        if (complete) {
            write(JsonWriter.of(IssuedTokenDocument.from(token), false), out);
            return;
        }
        // A token is base64 and needs no escaping. The JSON library would double the time per line.
        out.writeBytes(BEFORE_TOKEN);
        out.writeBytes(token.text().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(AFTER_TOKEN);
    }

    @Override
    public void writeError(Line line, TokenException error, ByteArrayOutputStream out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("line", line.number());
        document.put("error", SecretGuard.redact(ErrorReporter.localMessage(error)));
        write(JsonWriter.of(document, false), out);
    }

    private static void write(String json, ByteArrayOutputStream out) {
        out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
