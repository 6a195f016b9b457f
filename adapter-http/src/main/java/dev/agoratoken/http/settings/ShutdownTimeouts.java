package dev.agoratoken.http.settings;

import java.time.Duration;

/**
 * How the server stops.
 *
 * @param drainDelay how long it still takes new connections after it has said that it is not ready any more, so that load
 *     balancers can learn it
 * @param gracePeriod within which what is in flight has to be finished after that
 */
public record ShutdownTimeouts(Duration drainDelay, Duration gracePeriod) {
    /** Nobody waits for a load balancer during development. In Kubernetes, a delay of 5 seconds is right. */
    public static final ShutdownTimeouts DEFAULT = new ShutdownTimeouts(Duration.ZERO, Duration.ofSeconds(10));
}
