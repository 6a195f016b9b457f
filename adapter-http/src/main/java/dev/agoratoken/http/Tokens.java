package dev.agoratoken.http;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.Grant;
import dev.agoratoken.issuing.policy.Quota;
import dev.agoratoken.issuing.policy.RateExceededException;
import dev.agoratoken.token.TokenFormat;
import io.javalin.http.Context;

/** Issues tokens to whoever sent a request, if they may have them, and counts them. */
record Tokens(Metrics metrics) {
    IssuedToken issue(Context ctx, TokenRequest request) {
        try {
            Grant grant = Exchange.of(ctx).issue(ctx, request);
            metrics.count(grant.issued());
            grant.quota().ifPresent(quota -> tell(ctx, quota));
            return grant.issued();
        } catch (RateExceededException e) {
            tell(ctx, e.quota());
            throw e;
        }
    }

    /** The format in which that request is issued. */
    TokenFormat formatOf(Context ctx, TokenRequest request) {
        return Exchange.of(ctx).issuer().formatOf(request);
    }

    private static void tell(Context ctx, Quota quota) {
        ctx.header("RateLimit-Limit", Integer.toString(quota.limit()));
        ctx.header("RateLimit-Remaining", Integer.toString(quota.remaining()));
        ctx.header(
                "RateLimit-Reset", Long.toString(quota.reset().plusMillis(999).toSeconds()));
    }
}
