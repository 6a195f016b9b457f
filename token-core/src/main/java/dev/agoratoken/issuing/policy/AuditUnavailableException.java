package dev.agoratoken.issuing.policy;

import dev.agoratoken.token.TokenException;

/** A decision could not be recorded, so the token is withheld. */
public final class AuditUnavailableException extends TokenException {
    private static final long serialVersionUID = 1L;

    public AuditUnavailableException() {
        super("audit_unavailable", "audit: decisions cannot be recorded; try again later");
    }
}
