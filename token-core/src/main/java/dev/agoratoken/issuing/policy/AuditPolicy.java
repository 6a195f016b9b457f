package dev.agoratoken.issuing.policy;

/**
 * Records decisions, and decides what happens if one cannot be recorded: if the audit is required, its token is
 * withheld. A denial stands in any case, because it gives nothing out.
 */
public final class AuditPolicy {
    /** Records nothing. */
    public static final AuditPolicy NONE = new AuditPolicy(decision -> {}, false);

    private final AuditTrail trail;
    private final boolean required;

    public AuditPolicy(AuditTrail trail, boolean required) {
        this.trail = trail;
        this.required = required;
    }

    /**
     * Records a decision.
     *
     * @throws AuditUnavailableException if that fails and the token must be withheld
     */
    void add(Decision decision) {
        try {
            trail.record(decision);
        } catch (AuditUnavailableException e) {
            if (required && decision instanceof Decision.Issued) {
                throw e;
            }
        }
    }
}
