package dev.agoratoken.app.agora;

import java.time.Duration;

/**
 * Port: which of several instances with the same bans speaks with Agora. At most one instance holds it; when that one
 * stops, another one gets it. Implementations are thread-safe.
 */
@FunctionalInterface
public interface RemovalLease {
    /** How long a request to Agora takes at most. */
    Duration LONGEST_REQUEST = RemovalTimes.DEFAULT.request();

    /** For a server that is alone with its bans. */
    RemovalLease ALONE = () -> true;

    /**
     * Whether this instance holds it now, and long enough for one more request to Agora. From memory: it is asked before
     * each request, and at least once a second.
     */
    boolean isHeld();
}
