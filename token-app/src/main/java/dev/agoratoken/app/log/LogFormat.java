package dev.agoratoken.app.log;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.io.PrintStream;
import java.time.InstantSource;

/** The format of the server log. */
public enum LogFormat {
    /** Plain lines. */
    TEXT,
    /** One JSON object per line. */
    JSON;

    public static LogFormat fromLabel(String name) {
        return switch (name) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default ->
                throw new InvalidValueException(
                        "log-format", "invalid log format " + Printable.quote(name), "use text or json");
        };
    }

    /** Opens a log in this format on a stream. Before the first logger exists, so that libraries use it as well. */
    public ServerLog open(PrintStream err, InstantSource clock) {
        return switch (this) {
            case TEXT -> ServerLog.text(err);
            case JSON -> {
                JsonLoggerProvider.select();
                yield ServerLog.json(err, clock);
            }
        };
    }

    @Override
    public String toString() {
        return this == TEXT ? "text" : "json";
    }
}
