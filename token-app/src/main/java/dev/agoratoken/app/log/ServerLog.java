package dev.agoratoken.app.log;

import dev.agoratoken.http.log.JsonLogWriter;
import dev.agoratoken.http.log.RequestLog;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server log in one format. Libraries and the HTTP server log through SLF4J, in the same format.
 *
 * @param banner takes the lines of the start-up banner, at every level
 * @param decisions takes audit lines (JSON objects); empty if disabled
 */
public record ServerLog(
        RequestLog requests, EventLog events, Consumer<List<String>> banner, Optional<Consumer<String>> decisions) {
    private static final String PROGRAM = "agora-token";

    static ServerLog text(PrintStream err) {
        return new ServerLog(
                RequestLog.text(err),
                (level, line) -> err.println(PROGRAM + ": " + line),
                lines -> lines.forEach(err::println),
                auditLogger());
    }

    /** The logger {@code audit}; empty if disabled. */
    private static Optional<Consumer<String>> auditLogger() {
        Logger audit = LoggerFactory.getLogger("audit");
        return audit.isInfoEnabled() ? Optional.of(audit::info) : Optional.empty();
    }

    /** The same log without requests and events above the level. */
    public ServerLog at(LogLevel level) {
        RequestLog all = requests;
        RequestLog some = lines -> {
            List<RequestLog.Entry> included = lines.stream()
                    .filter(entry -> level.includes(LogLevel.of(entry)))
                    .toList();
            if (!included.isEmpty()) {
                all.write(included);
            }
        };
        return new ServerLog(some, events.at(level), banner, decisions);
    }

    /** The banner is one event, and the fields of a decision are fields of its event. */
    static ServerLog json(PrintStream err, InstantSource clock) {
        JsonLogWriter log = new JsonLogWriter(err, clock);
        String info = LogLevel.INFO.toString();
        return new ServerLog(
                log,
                (level, line) -> log.writeEvent(level.toString(), PROGRAM, line, null),
                lines -> log.writeEvent(info, PROGRAM, String.join("\n", lines), null),
                Optional.of(decision -> log.writeObject(info, "audit", "decision", decision)));
    }
}
