package dev.agoratoken.http.log;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where requests are logged, one line each. All that a line takes from a request is an id that is safe to print. */
public interface RequestLog {
    /**
     * Logs requests that were answered, in one go. Called by one thread at a time.
     *
     * @throws java.io.UncheckedIOException if the lines cannot be written
     */
    void write(List<Entry> lines);

    /** Lines to read, into that stream, whose {@code checkError} tells of failures since it was asked last. */
    static RequestLog text(PrintStream out) {
        return new TextRequestLog(out);
    }

    /**
     * A request and its answer.
     *
     * @param method one that is known, or {@code OTHER}
     * @param route the route as it was declared, such as {@code /rtm/{rtmuid}}
     * @param caller the name in the configuration of who asked; {@code -} if nobody was asked who they are
     * @param errorCode the code of the failure; null if there was none
     */
    record Entry(
            Instant time,
            String method,
            String route,
            int status,
            double durationMillis,
            String caller,
            String requestId,
            String errorCode) {
        private static final Set<String> PROBES = Set.of("/health/live", "/health/ready", "/metrics");

        /** Whether it is what programs ask every few seconds. */
        public boolean isProbe() {
            return PROBES.contains(route);
        }
    }
}
