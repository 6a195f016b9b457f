package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** Paths with an empty segment, which the router does not match: they are matched here before it looks. */
record EmptySegments(List<OldRoute> oldRoutes) implements Route {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::answer);
    }

    private void answer(Context ctx) {
        if (ctx.path().contains("//") && (ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD)) {
            for (OldRoute route : oldRoutes) {
                route.segments(ctx).ifPresent(segments -> {
                    route.answer(ctx, segments);
                    ctx.skipRemainingHandlers();
                });
            }
        }
    }
}
