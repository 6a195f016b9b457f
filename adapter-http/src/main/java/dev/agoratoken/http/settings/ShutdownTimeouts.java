package dev.agoratoken.http.settings;

import java.time.Duration;

/**
 * Timeouts of a shutdown.
 *
 * @param drainDelay how long the server still accepts connections while it reports that it is not ready, so that load balancers
 *     notice
 * @param gracePeriod for the requests in progress after that
 */
public record ShutdownTimeouts(Duration drainDelay, Duration gracePeriod) {
    /** Without a drain delay, which only load balancers need; 5 seconds suit Kubernetes. */
    public static final ShutdownTimeouts DEFAULT = new ShutdownTimeouts(Duration.ZERO, Duration.ofSeconds(10));
}
