package dev.agoratoken.http.settings;

import java.time.Duration;

/**
 * How much the server takes on.
 *
 * @param maxConnections open at a time; further ones are closed at once
 * @param maxRequests worked on at a time
 * @param maxQueuedRequests how many more wait for their turn; further ones are answered 503 at once
 * @param requestTimeout within which a request has to be there, from its first byte to the last of its body, and its response read
 * @param idleTimeout how long a connection is kept on which nothing comes
 */
public record ServerLimits(
        int maxConnections, int maxRequests, int maxQueuedRequests, Duration requestTimeout, Duration idleTimeout) {
    /**
     * The connections, all with TLS, fit into the heap of the launcher. Load balancers keep connections for 60 seconds: who
     * closes first must be them, or they send into a closed one.
     */
    public static final ServerLimits DEFAULT =
            new ServerLimits(5_000, 200, 2_000, Duration.ofSeconds(10), Duration.ofSeconds(75));
}
