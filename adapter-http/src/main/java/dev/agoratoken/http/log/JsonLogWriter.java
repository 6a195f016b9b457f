package dev.agoratoken.http.log;

import dev.agoratoken.http.json.JsonCodec;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes every log event as one JSON object, for log collectors: time, level, logger, message, and error. */
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

    /**
     * Writes an event that is a JSON object already, with the fields of a log event before its own.
     *
     * @param object a JSON object with at least one field
     */
    public void writeObject(String level, String logger, String message, String object) {
        String fields = JsonCodec.toText(new JsonEvent(null, level, logger, message, null));
        out.println(fields.substring(0, fields.length() - 1) + "," + object.substring(1));
    }

    /**
     * Writes an event.
     *
     * @param error null if there is none
     */
    public void writeEvent(String level, String logger, String message, @Nullable Throwable error) {
        out.println(JsonCodec.toText(
                new JsonEvent(clock.instant().toString(), level, logger, message, error == null ? null : text(error))));
    }

    private static String text(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }

    /**
     * An event other than a request.
     *
     * @param time null if the object has one
     * @param error the stack trace; null if there is none
     */
    private record JsonEvent(
            @Nullable String time,
            String level,
            String logger,
            String message,
            @Nullable String error) {}

    /** A request in the log. */
    private record JsonLine(
            String time,
            String level,
            String logger,
            String message,
            String method,
            String route,
            int status,
            double millis,
            String caller,
            String client,
            String requestId,
            @Nullable String code) {
        static JsonLine of(Entry entry) {
            return new JsonLine(
                    entry.time().toString(),
                    entry.isProbe() ? "debug" : "info",
                    "requests",
                    entry.method() + " " + entry.route() + " " + entry.status(),
                    entry.method(),
                    entry.route(),
                    entry.status(),
                    entry.durationMillis(),
                    entry.caller(),
                    entry.client(),
                    entry.requestId(),
                    entry.errorCode());
        }
    }
}
