package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.Authorization;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Issues tokens to callers who may have them: one configuration state of callers, rules, projects and defaults. A
 * request takes one instance when it starts and keeps it, so that a reload in between does not mix two configurations.
 * Thread-safe.
 */
public final class AuthorizingIssuer {
    private final CallerAuthenticator callerAuthenticator;
    private final TokenIssuer issuer;
    private final RateLimiter limits;
    private final BanChecker bans;
    private final AuditPolicy auditPolicy;
    private final AccessPolicy policy;

    public AuthorizingIssuer(
            CallerAuthenticator callerAuthenticator,
            TokenIssuer issuer,
            RateLimiter limits,
            BanChecker bans,
            AuditPolicy auditPolicy) {
        this.callerAuthenticator = callerAuthenticator;
        this.issuer = issuer;
        this.limits = limits;
        this.bans = bans;
        this.auditPolicy = auditPolicy;
        this.policy = new AccessPolicy(issuer.defaults());
    }

    /** Creates an issuer without authentication, limits, bans and audit. */
    public static AuthorizingIssuer open(TokenIssuer issuer) {
        return new AuthorizingIssuer(
                CallerAuthenticator.OPEN,
                issuer,
                (caller, limit) -> {
                    throw new AssertionError("the open caller has no limit");
                },
                BanChecker.NONE,
                AuditPolicy.NONE);
    }

    /**
     * Authenticates a caller. Records a failure.
     *
     * @throws AuthenticationException if the credentials are not valid, or are missing and required
     * @throws AuthenticationUnavailableException if they cannot be checked now
     */
    public Caller identify(Credentials credentials, RequestId id) {
        try {
            return callerAuthenticator.identify(credentials);
        } catch (TokenException e) {
            auditPolicy.add(new Decision.AuthenticationFailed(id, credentials.address(), e));
            throw e;
        }
    }

    /** The default users of a caller. They are subject to the rules like any other user. */
    public DefaultUserResolver omittedUsers(Caller caller) {
        return new RuleUserResolver(caller);
    }

    /** The project with that App ID, preferably the default one; empty if none is configured. */
    public Optional<ProjectName> projectWith(AppId appId) {
        return issuer.projectWith(appId);
    }

    /** The format in which a request is issued. */
    public TokenFormat formatOf(TokenRequest request) {
        return issuer.formatOf(request);
    }

    /**
     * Issues a token to a caller. Every request counts for the rate limit, also a denied one. The decision is recorded
     * before the token is given out.
     *
     * @param id identifies the decision in the audit
     * @throws RateExceededException if the caller exceeds its rate limit
     * @throws AccessDeniedException if the caller may not have the token
     * @throws dev.agoratoken.issuing.policy.ban.BannedException if the caller may have it, but it is within a ban
     * @throws dev.agoratoken.issuing.UnknownProjectException if the caller may have it, but the project is not
     *     configured
     * @throws dev.agoratoken.token.InvalidValueException if the caller may have it, but it cannot be minted
     * @throws AuditUnavailableException if the decision cannot be recorded
     */
    public Grant issue(Caller caller, TokenRequest request, RequestId id) {
        return issueAll(caller, List.of(request), id).get(0);
    }

    /**
     * Issues all tokens of one request, or none. They count once for the rate limit, and none is minted before all are
     * allowed. Throws as for a single one; the audit records the first failure.
     *
     * @param requests at least one
     * @return the tokens in the order of the requests
     */
    public List<Grant> issueAll(Caller caller, List<TokenRequest> requests, RequestId id) {
        Attempt attempt = new Attempt(caller, id);
        Optional<Quota> quota = attempt.at(requests.get(0), request -> acquire(caller));
        List<Authorization> authorizations = new ArrayList<>(requests.size());
        for (TokenRequest request : requests) {
            authorizations.add(attempt.at(request, asked -> authorize(caller, asked)));
        }
        List<Grant> grants = new ArrayList<>(authorizations.size());
        for (Authorization authorization : authorizations) {
            grants.add(attempt.at(
                    authorization.request(),
                    allowed -> new Grant(issuer.issue(allowed), authorization.rules(), quota)));
        }
        grants.forEach(grant -> auditPolicy.add(new Decision.Issued(id, caller, grant)));
        return List.copyOf(grants);
    }

    private Authorization authorize(Caller caller, TokenRequest request) {
        Authorization authorization = policy.authorize(caller, request);
        bans.check(caller, withDefaults(request));
        return authorization;
    }

    /**
     * Counts a request of a caller that issues no token.
     *
     * @return the remaining quota; empty if the caller has no rate limit
     * @throws RateExceededException if the caller exceeds its rate limit
     */
    public Optional<Quota> acquire(Caller caller) {
        return caller.accessRules().limit().map(limit -> limits.acquire(caller, limit));
    }

    private TokenRequest withDefaults(TokenRequest request) {
        return request.withProject(request.project().orElse(issuer.defaults().project()))
                .withFormat(formatOf(request));
    }

    /** One attempt of a caller. Records the failure of a step. */
    private final class Attempt {
        private final Caller caller;
        private final RequestId id;

        private Attempt(Caller caller, RequestId id) {
            this.caller = caller;
            this.id = id;
        }

        private <T> T at(TokenRequest request, Function<TokenRequest, T> step) {
            try {
                return step.apply(request);
            } catch (TokenException e) {
                auditPolicy.add(new Decision.Refused(id, caller, withDefaults(request), e));
                throw e;
            }
        }
    }
}
