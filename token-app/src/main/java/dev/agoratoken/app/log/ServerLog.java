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
 * The log of the server, all of it in one format.
 *
 * @param messages takes the lines that are about no request
 * @param decisions takes decisions, each a JSON object; empty if they are switched off
 */
public record ServerLog(RequestLog requests, PrintStream messages, Optional<Consumer<String>> decisions) {
    static ServerLog text(PrintStream err) {
        return new ServerLog(RequestLog.text(err), err, auditLogger());
    }

    /** The logger {@code audit}; empty if it is switched off. */
    private static Optional<Consumer<String>> auditLogger() {
        Logger audit = LoggerFactory.getLogger("audit");
        return audit.isInfoEnabled() ? Optional.of(audit::info) : Optional.empty();
    }

    /** The same without the requests that the level leaves out. */
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

    /** Decisions stand in it as the objects that they are. */
    static ServerLog json(PrintStream err, InstantSource clock) {
        JsonLogWriter log = new JsonLogWriter(err, clock);
        return new ServerLog(log, log.messageStream(), Optional.of(log::writeRaw));
    }
}
