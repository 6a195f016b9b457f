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
 * The server log in one format.
 *
 * @param messages takes all lines that are not about requests
 * @param decisions takes audit lines (JSON objects); empty if disabled
 */
public record ServerLog(RequestLog requests, PrintStream messages, Optional<Consumer<String>> decisions) {
    static ServerLog text(PrintStream err) {
        return new ServerLog(RequestLog.text(err), err, auditLogger());
    }

    /** The logger {@code audit}; empty if disabled. */
    private static Optional<Consumer<String>> auditLogger() {
        Logger audit = LoggerFactory.getLogger("audit");
        return audit.isInfoEnabled() ? Optional.of(audit::info) : Optional.empty();
    }

    /** The same log without requests above the level. */
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
        return new ServerLog(some, messages, decisions);
    }

    /** Decisions are embedded as JSON objects. */
    static ServerLog json(PrintStream err, InstantSource clock) {
        JsonLogWriter log = new JsonLogWriter(err, clock);
        return new ServerLog(log, log.messageStream(), Optional.of(log::writeRaw));
    }
}
