package dev.agoratoken.app.log;

import dev.agoratoken.http.log.JsonLog;
import dev.agoratoken.http.log.JsonTrail;
import dev.agoratoken.http.log.RequestLog;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The log of the server, all of it in one format.
 *
 * @param messages takes the lines that are about no request
 * @param decisions takes decisions, each a JSON object; empty if they are switched off
 */
public record ServerLog(RequestLog requests, PrintStream messages, Optional<Consumer<String>> decisions) {
    static ServerLog text(PrintStream err) {
        return new ServerLog(RequestLog.text(err), err, JsonTrail.logger());
    }

    /** Decisions stand in it as the objects that they are. */
    static ServerLog json(PrintStream err, InstantSource clock) {
        JsonLog log = new JsonLog(err, clock);
        return new ServerLog(log, log.messages(), Optional.of(log::addJson));
    }
}
