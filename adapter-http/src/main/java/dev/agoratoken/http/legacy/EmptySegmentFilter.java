package dev.agoratoken.http.legacy;

import dev.agoratoken.http.request.PathVariables;
import dev.agoratoken.http.request.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths with an empty segment, which the router does not match: they are matched here before it looks. */
record EmptySegmentFilter(List<LegacyRoute> oldRoutes) implements Route {
    private static final Map<String, String> ALLOWED = Map.of("availableMethods", "GET, HEAD");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::answer);
    }

    private void answer(Context ctx) {
        if (ctx.path().contains("//")) {
            for (LegacyRoute route : oldRoutes) {
                Optional<PathVariables> segments = route.segments(ctx);
                if (segments.isPresent()) {
                    answer(ctx, route, segments.get());
                    return;
                }
            }
        }
    }

    private static void answer(Context ctx, LegacyRoute route, PathVariables variables) {
        if (ctx.method() != HandlerType.GET && ctx.method() != HandlerType.HEAD) {
            throw new MethodNotAllowedResponse("", ALLOWED);
        }
        route.answer(ctx, variables);
        ctx.skipRemainingHandlers();
    }
}
