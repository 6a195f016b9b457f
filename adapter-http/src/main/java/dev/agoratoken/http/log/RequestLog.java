package dev.agoratoken.http.log;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The request log, one line for each request. A line contains nothing from a request but an id that is safe to print and
 * the address of the client.
 */
public interface RequestLog {
    /**
     * Writes the entries in one operation. Called by one thread at a time.
     *
     * @throws java.io.UncheckedIOException if the entries cannot be written
     */
    void write(List<Entry> lines);

    /** Returns a log of text lines; {@code checkError} of the stream must report only new failures. */
    static RequestLog text(PrintStream out) {
        return new TextRequestLog(out);
    }

    /**
     * A request and its response.
     *
     * @param method a known method, or {@code OTHER}
     * @param route the route template, such as {@code /rtm/{rtmuid}}
     * @param caller the configured name of the caller; {@code -} if none was authenticated
     * @param client the IP address of the client
     * @param errorCode null if there was no error
     */
    record Entry(
            Instant time,
            String method,
            String route,
            int status,
            double durationMillis,
            String caller,
            String client,
            String requestId,
            @Nullable String errorCode) {
        private static final Set<String> PROBES = Set.of("/health/live", "/health/ready", "/metrics");

        /** Returns whether the request is a probe, which comes every few seconds. */
        public boolean isProbe() {
            return PROBES.contains(route);
        }
    }
}
