package dev.agoratoken.issuing.policy;

/** Port: the record of all decisions. Implementations are thread-safe. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * Records a decision, and returns when it is stored.
     *
     * @throws AuditUnavailableException if it cannot be stored
     */
    void record(Decision decision);
}
