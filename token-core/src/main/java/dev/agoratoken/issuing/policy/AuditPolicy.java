package dev.agoratoken.issuing.policy;

/**
 * Has decisions written down, and says what follows if one could not be.
 *
 * @param isRequired whether a token is held back whose decision could not be written down. A refusal stands in any case: it
 *     gives nothing out
 */
public final class AuditPolicy {
    /** Nothing is written down. */
    public static final AuditPolicy NONE = new AuditPolicy(decision -> {}, false);

    private final AuditTrail trail;
    private final boolean isRequired;

    public AuditPolicy(AuditTrail trail, boolean isRequired) {
        this.trail = trail;
        this.isRequired = isRequired;
    }

    /**
     * Has a decision written down.
     *
     * @throws AuditUnavailableException if that failed, and the token must not be given out
     */
    void add(Decision decision) {
        try {
            trail.record(decision);
        } catch (AuditUnavailableException e) {
            if (isRequired && decision instanceof Decision.Issued) {
                throw e;
            }
        }
    }
}
