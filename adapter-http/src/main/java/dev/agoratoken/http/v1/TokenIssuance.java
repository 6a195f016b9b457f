package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.telemetry.HttpMetrics;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.TokenFormat;
import io.javalin.http.Context;
import java.util.ArrayList;
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
        List<Grant> grants = RateLimitHeaders.addedTo(
                ctx,
                () -> RequestContext.of(ctx).issueAll(ctx, requests),
                granted -> granted.get(0).quota());
        List<IssuedToken> issued = new ArrayList<>(grants.size());
        for (Grant grant : grants) {
            httpMetrics.count(grant.issued());
            issued.add(grant.issued());
        }
        return issued;
    }

    /** Returns the format of the token for a request. */
    public TokenFormat formatOf(Context ctx, TokenRequest request) {
        return RequestContext.of(ctx).issuer().formatOf(request);
    }
}
