package dev.agoratoken.app.redis;

import dev.agoratoken.app.log.EventLog;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reports when Redis becomes unavailable and when it is back: one line for each cause of an outage, and one at its end. Any
 * thread may note a problem; one thread reports.
 */
final class OutageReporter {
    private static final int MAX_PROBLEMS = 5;

    private final RedisSettings settings;
    private final EventLog log;
    private final AtomicReference<String> noted = new AtomicReference<>();
    private final Set<String> reported = new HashSet<>();

    OutageReporter(RedisSettings settings, EventLog log) {
        this.settings = settings;
        this.log = log;
    }

    /** Notes why Redis has become unavailable. */
    void note(String problem) {
        noted.compareAndSet(null, problem);
    }

    /** Notes why Redis is unavailable, unless that was reported. */
    void noteIfNew(String problem) {
        if (!reported.contains(problem) && reported.size() < MAX_PROBLEMS) {
            note(problem);
        }
    }

    /** Reports the noted problem, if there is one; returns whether an outage begins with it. */
    boolean reportLoss() {
        String problem = noted.getAndSet(null);
        if (problem == null) {
            return false;
        }
        log.warn(subject() + " is unavailable: " + problem + "; "
                + (settings.required()
                        ? "requests with a rate limit get 503 until it is back"
                        : "each instance limits rates for itself until it is back"));
        reported.add(problem);
        return reported.size() == 1;
    }

    /** Reports that Redis is available. */
    void reportGain() {
        log.info(subject() + (reported.isEmpty() ? " is available" : " is available again"));
        reported.clear();
    }

    /** Reports an internal error of a check. */
    void reportFault(Throwable fault) {
        log.error(
                "shared.redis: check failed, trying again: " + fault.getClass().getSimpleName());
    }

    private String subject() {
        return "shared.redis: " + settings.address();
    }
}
