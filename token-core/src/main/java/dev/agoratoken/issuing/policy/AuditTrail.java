package dev.agoratoken.issuing.policy;

/** Port: where every decision is written down. Thread-safe. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Writes down a decision, and returns when that is done.
     *
     * @throws AuditUnavailableException if it cannot be written down
     */
    void record(Decision decision);
}
