package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.DefaultUserResolver;
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
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Issues tokens to those who may have them: one state of callers, rules, projects and defaults. Whoever serves a request takes
 * one of these at its beginning and keeps it to the end, so that a configuration that changes meanwhile does not mix with it.
 * Thread-safe.
 */
public final class AuthorizingIssuer {
    private final CallerAuthenticator callerAuthenticator;
    private final TokenIssuer issuer;
    private final RateLimiter limits;
    private final AuditPolicy auditPolicy;
    private final AccessPolicy policy;

    public AuthorizingIssuer(
            CallerAuthenticator callerAuthenticator, TokenIssuer issuer, RateLimiter limits, AuditPolicy auditPolicy) {
        this.callerAuthenticator = callerAuthenticator;
        this.issuer = issuer;
        this.limits = limits;
        this.auditPolicy = auditPolicy;
        this.policy = new AccessPolicy(issuer.defaults());
    }

    /** One that asks nobody who they are, and writes nothing down. */
    public static AuthorizingIssuer open(TokenIssuer issuer) {
        return new AuthorizingIssuer(
                CallerAuthenticator.OPEN,
                issuer,
                (caller, limit) -> {
                    throw new AssertionError("the open caller has no limit");
                },
                AuditPolicy.NONE);
    }

    /**
     * Who shows these credentials. That nobody known does is written down, too.
     *
     * @throws AuthenticationException if they are not good, or there are none and some are needed
     * @throws AuthenticationUnavailableException if that cannot be found out at the moment
     */
    public Caller identify(Credentials credentials, RequestId id) {
        try {
            return callerAuthenticator.identify(credentials);
        } catch (TokenException e) {
            auditPolicy.add(new Decision.AuthenticationFailed(id, credentials.address(), e));
            throw e;
        }
    }

    /** Who is meant where that caller names no user. What it gives is decided upon like any other user. */
    public DefaultUserResolver omittedUsers(Caller caller) {
        return new RuleUserResolver(caller);
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
     * @throws AccessDeniedException if it may not have that
     * @throws dev.agoratoken.issuing.UnknownProjectException if it may, but the project is not configured
     * @throws dev.agoratoken.token.InvalidValueException if it may, but no such token can be made
     * @throws AuditUnavailableException if it may, but that could not be written down
     */
    public Grant issue(Caller caller, TokenRequest request, RequestId id) {
        return issueAll(caller, List.of(request), id).get(0);
    }

    /**
     * Issues several tokens to that caller who asked for them at once, or none of them. They count once for its rate, and
     * none is made before all are allowed. Throws as for a single one; the refusal that is written down is the first.
     *
     * @param requests at least one
     * @return the tokens in the order of the requests
     */
    public List<Grant> issueAll(Caller caller, List<TokenRequest> requests, RequestId id) {
        Attempt attempt = new Attempt(caller, id);
        Optional<Quota> quota = attempt.at(requests.get(0), request -> quota(caller));
        List<Authorization> permits = new ArrayList<>(requests.size());
        for (TokenRequest request : requests) {
            permits.add(attempt.at(request, asked -> policy.authorize(caller, asked)));
        }
        List<Grant> grants = new ArrayList<>(permits.size());
        for (Authorization authorization : permits) {
            grants.add(attempt.at(
                    authorization.request(),
                    allowed -> new Grant(issuer.issue(allowed), authorization.rules(), quota)));
        }
        grants.forEach(grant -> auditPolicy.add(new Decision.Issued(id, caller, grant)));
        return List.copyOf(grants);
    }

    private Optional<Quota> quota(Caller caller) {
        return caller.accessRules().limit().map(limit -> limits.acquire(caller, limit));
    }

    private TokenRequest withDefaults(TokenRequest request) {
        return request.withProject(request.project().orElse(issuer.defaults().project()))
                .withFormat(formatOf(request));
    }

    /** What somebody tries to get. That a part of it fails is written down. */
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
