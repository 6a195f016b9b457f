package dev.agoratoken.app.agora;

import java.time.Instant;

/** When an account may send its next request: within the rate limit, and later while Agora does not answer. */
final class AccountPace {
    private final RemovalTimes times;
    private Instant next = Instant.MIN;
    private int failures;

    AccountPace(RemovalTimes times) {
        this.times = times;
    }

    Instant next() {
        return next;
    }

    /** Notes that a request is sent. */
    void start(Instant now) {
        next = now.plus(times.spacing());
    }

    /** Notes an answer, also one that rejects the request. */
    void answered() {
        failures = 0;
    }

    /** Notes that there was no answer, or none of use. */
    void unanswered(Instant now) {
        failures++;
        next = now.plus(times.retryAfter(failures));
    }
}
