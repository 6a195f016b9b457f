package dev.agoratoken.app.log;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.io.PrintStream;
import java.time.InstantSource;

/** How the server writes its log. */
public enum LogFormat {
    /** Lines to read. */
    TEXT,
    /** One JSON object in each line. */
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

    /** A log in this format into that stream. */
    public ServerLog open(PrintStream err, InstantSource clock) {
        return switch (this) {
            case TEXT -> ServerLog.text(err);
            case JSON -> ServerLog.json(err, clock);
        };
    }

    @Override
    public String toString() {
        return this == TEXT ? "text" : "json";
    }
}
