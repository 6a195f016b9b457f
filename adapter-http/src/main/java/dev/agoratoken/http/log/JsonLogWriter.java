package dev.agoratoken.http.log;

import dev.agoratoken.http.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes every log line as a JSON object, for log collectors. */
public final class JsonLogWriter implements RequestLog {
    private final PrintStream out;
    private final InstantSource clock;

    /** Creates a log; {@code checkError} of the stream must report only new failures. */
    public JsonLogWriter(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void write(List<Entry> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(entry -> text.append(JsonCodec.toText(JsonLine.of(entry))).append(System.lineSeparator()));
        out.print(text);
        if (out.checkError()) {
            throw new UncheckedIOException(new IOException("cannot write the request log"));
        }
    }

    /** Writes a line that is already a JSON object. */
    public void writeRaw(String line) {
        out.println(line);
    }

    /** Returns a stream for other log lines: each becomes the message of an object. */
    public PrintStream messageStream() {
        return new PrintStream(new Messages(), true, StandardCharsets.UTF_8);
    }

    private void addMessage(String message) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("message", message);
        out.println(JsonCodec.toText(line));
    }

    /** A request in the log. */
    private record JsonLine(
            String time,
            String method,
            String route,
            int status,
            double millis,
            String caller,
            String requestId,
            String code) {
        static JsonLine of(Entry entry) {
            return new JsonLine(
                    entry.time().toString(),
                    entry.method(),
                    entry.route(),
                    entry.status(),
                    entry.durationMillis(),
                    entry.caller(),
                    entry.requestId(),
                    entry.errorCode());
        }
    }

    /** Collects bytes until a line is complete. */
    private final class Messages extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            if (b != '\n') {
                line.write(b);
                return;
            }
            String message = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (!message.isEmpty()) {
                addMessage(message);
            }
        }
    }
}
