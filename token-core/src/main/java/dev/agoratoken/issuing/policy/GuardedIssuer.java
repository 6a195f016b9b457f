package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.OmittedUsers;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;

/**
 * Issues tokens to those who may have them: one state of callers, rules, projects and defaults. Whoever serves a request takes
 * one of these at its beginning and keeps it to the end, so that a configuration that changes meanwhile does not mix with it.
 * Thread-safe.
 */
public final class GuardedIssuer {
    private final Callers callers;
    private final TokenIssuer issuer;
    private final RateLimits limits;
    private final Audit audit;
    private final CallerPolicy policy;

    public GuardedIssuer(Callers callers, TokenIssuer issuer, RateLimits limits, Audit audit) {
        this.callers = callers;
        this.issuer = issuer;
        this.limits = limits;
        this.audit = audit;
        this.policy = new CallerPolicy(issuer.defaults());
    }

    /** One that asks nobody who they are, and writes nothing down. */
    public static GuardedIssuer open(TokenIssuer issuer) {
        return new GuardedIssuer(
                Callers.OPEN,
                issuer,
                (caller, limit) -> {
                    throw new AssertionError("the open caller has no limit");
                },
                Audit.NONE);
    }

    /**
     * Who shows these credentials. That nobody known does is written down, too.
     *
     * @throws UnknownCallerException if they are not good, or there are none and some are needed
     * @throws CallerCheckUnavailableException if that cannot be found out at the moment
     */
    public Caller identify(Credentials credentials, RequestId id) {
        try {
            return callers.identify(credentials);
        } catch (TokenException e) {
            audit.add(new Decision.Unidentified(id, credentials.address(), e));
            throw e;
        }
    }

    /** Who is meant where that caller names no user. What it gives is decided upon like any other user. */
    public OmittedUsers omittedUsers(Caller caller) {
        return new UsersOfRules(caller);
    }

    /** The format in which that request is issued. */
    public TokenFormat formatOf(TokenRequest request) {
        return issuer.formatOf(request);
    }

    /**
     * Issues a token to that caller. A request counts for its rate also if it is refused. What is decided is written down
     * before the token is given out.
     *
     * @param id by which the decision is found again
     * @throws RateExceededException if the caller asks too often
     * @throws RequestRefusedException if it may not have that
     * @throws dev.agoratoken.issuing.UnknownProjectException if it may, but the project is not configured
     * @throws dev.agoratoken.token.InvalidValueException if it may, but no such token can be made
     * @throws AuditUnavailableException if it may, but that could not be written down
     */
    public Grant issue(Caller caller, TokenRequest request, RequestId id) {
        Grant grant = grant(caller, request, id);
        audit.add(new Decision.Issued(id, caller, grant));
        return grant;
    }

    private Grant grant(Caller caller, TokenRequest request, RequestId id) {
        try {
            Optional<Quota> quota = caller.rights().limit().map(limit -> limits.take(caller, limit));
            Permit permit = policy.permit(caller, request);
            return new Grant(issuer.issue(permit.request()), permit.rules(), quota);
        } catch (TokenException e) {
            audit.add(new Decision.Refused(id, caller, filledIn(request), e));
            throw e;
        }
    }

    private TokenRequest filledIn(TokenRequest request) {
        return request.forProject(request.project().orElse(issuer.defaults().project()))
                .in(formatOf(request));
    }
}
