package dev.agoratoken.http.settings;

import java.time.Duration;

/**
 * Limits of the server.
 *
 * @param maxConnections open connections; further ones are closed at once
 * @param maxRequests requests in progress
 * @param maxQueuedRequests requests in the queue; further ones get 503 at once
 * @param requestTimeout from the first byte of a request to the last of its body, and again for reading the response
 * @param idleTimeout without a request on a connection
 */
public record ServerLimits(
        int maxConnections, int maxRequests, int maxQueuedRequests, Duration requestTimeout, Duration idleTimeout) {
    /**
     * The connections, all with TLS, fit into the heap of the launcher. Load balancers keep idle connections for 60 seconds
     * and must close first, or they send requests into closed connections.
     */
    public static final ServerLimits DEFAULT =
            new ServerLimits(5_000, 200, 2_000, Duration.ofSeconds(10), Duration.ofSeconds(75));
}
