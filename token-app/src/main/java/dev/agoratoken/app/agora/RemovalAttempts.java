package dev.agoratoken.app.agora;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the worker remembers of its attempts for one ban. A restart forgets it. */
final class RemovalAttempts {
    private Instant retryAt = Instant.MIN;
    private int failures;
    private boolean doubtful;
    private boolean everDoubtful;
    private @Nullable AgoraRest rejectedWith;

    /** @param doubtful whether Agora may have a rule that the ban does not name */
    RemovalAttempts(boolean doubtful) {
        this.doubtful = doubtful;
        this.everDoubtful = doubtful;
    }

    Instant retryAt() {
        return retryAt;
    }

    /** Whether Agora may have a rule that the ban does not name, so that the list must be read first. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether there may be a second rule for the ban. */
    boolean wasDoubtful() {
        return everDoubtful;
    }

    void doubt() {
        doubtful = true;
    }

    /** The list, or a clear answer, ended the doubt. */
    void settle() {
        doubtful = false;
    }

    void succeed() {
        failures = 0;
        retryAt = Instant.MIN;
        doubtful = false;
    }

    void fail(Instant now, RemovalTimes times) {
        failures++;
        everDoubtful |= doubtful;
        retryAt = now.plus(times.retryAfter(failures));
    }

    /** Whether the same credentials were rejected before. */
    boolean isRejectedWith(AgoraRest access) {
        return access.equals(rejectedWith);
    }

    void reject(AgoraRest access) {
        rejectedWith = access;
    }
}
