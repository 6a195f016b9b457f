package dev.agoratoken.http.v1;

import dev.agoratoken.http.request.Exchange;
import dev.agoratoken.http.telemetry.Metrics;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.token.TokenFormat;
import io.javalin.http.Context;
import java.util.List;

/** Issues tokens to whoever sent a request, if they may have them, and counts them. */
public record Tokens(Metrics metrics) {
    public IssuedToken issue(Context ctx, TokenRequest request) {
        return issueAll(ctx, List.of(request)).get(0);
    }

    /** All of those, or none. */
    public List<IssuedToken> issueAll(Context ctx, List<TokenRequest> requests) {
        try {
            List<Grant> grants = Exchange.of(ctx).issueAll(ctx, requests);
            grants.get(0).quota().ifPresent(quota -> tell(ctx, quota));
            List<IssuedToken> issued = grants.stream().map(Grant::issued).toList();
            issued.forEach(metrics::count);
            return issued;
        } catch (RateExceededException e) {
            tell(ctx, e.quota());
            throw e;
        }
    }

    /** The format in which that request is issued. */
    public TokenFormat formatOf(Context ctx, TokenRequest request) {
        return Exchange.of(ctx).issuer().formatOf(request);
    }

    private static void tell(Context ctx, Quota quota) {
        ctx.header("RateLimit-Limit", Integer.toString(quota.limit()));
        ctx.header("RateLimit-Remaining", Integer.toString(quota.remaining()));
        ctx.header(
                "RateLimit-Reset", Long.toString(quota.reset().plusMillis(999).toSeconds()));
    }
}
