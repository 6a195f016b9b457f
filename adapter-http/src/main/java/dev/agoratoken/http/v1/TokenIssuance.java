package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.telemetry.HttpMetrics;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.TokenFormat;
import io.javalin.http.Context;
import java.util.List;

/** Issues tokens to the caller of a request, and counts them. */
public final class TokenIssuance {
    private final HttpMetrics httpMetrics;

    public TokenIssuance(HttpMetrics httpMetrics) {
        this.httpMetrics = httpMetrics;
    }

    public IssuedToken issue(Context ctx, TokenRequest request) {
        return issueAll(ctx, List.of(request)).get(0);
    }

    /** Issues all tokens or none. */
    public List<IssuedToken> issueAll(Context ctx, List<TokenRequest> requests) {
        try {
            List<Grant> grants = RequestContext.of(ctx).issueAll(ctx, requests);
            grants.get(0).quota().ifPresent(quota -> addRateLimitHeaders(ctx, quota));
            List<IssuedToken> issued = grants.stream().map(Grant::issued).toList();
            issued.forEach(httpMetrics::count);
            return issued;
        } catch (RateExceededException e) {
            addRateLimitHeaders(ctx, e.quota());
            throw e;
        }
    }

    /** Returns the format of the token for a request. */
    public TokenFormat formatOf(Context ctx, TokenRequest request) {
        return RequestContext.of(ctx).issuer().formatOf(request);
    }

    private static void addRateLimitHeaders(Context ctx, Quota quota) {
        ctx.header("RateLimit-Limit", Integer.toString(quota.limit()));
        ctx.header("RateLimit-Remaining", Integer.toString(quota.remaining()));
        ctx.header(
                "RateLimit-Reset", Long.toString(quota.reset().plusMillis(999).toSeconds()));
    }
}
