package dev.agoratoken.http;

import dev.agoratoken.issuing.policy.GuardedIssuer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** What every request begins with, whatever becomes of it. */
record Beginnings(Supplier<GuardedIssuer> issuers) implements Route {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::begin);
    }

    private void begin(Context ctx) {
        String requestId = RequestIds.of(ctx.header(RequestIds.HEADER));
        Exchange.begin(ctx, requestId, issuers);
        ctx.header(RequestIds.HEADER, requestId);
        Answers.forbidKeeping(ctx);
    }
}
