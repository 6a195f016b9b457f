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

/** Matches paths with empty segments, which the router does not match. */
final class EmptySegmentFilter implements Route {
    private static final Map<String, String> ALLOWED = Map.of("availableMethods", "GET, HEAD");

    private final List<LegacyRoute> legacyRoutes;

    EmptySegmentFilter(List<LegacyRoute> legacyRoutes) {
        this.legacyRoutes = legacyRoutes;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::answer);
    }

    private void answer(Context ctx) {
        if (ctx.path().contains("//")) {
            for (LegacyRoute route : legacyRoutes) {
                Optional<PathVariables> segments = route.segments(ctx);
                if (segments.isPresent()) {
                    answer(ctx, route, segments.get());
                    return;
                }
            }
        }
    }

    private static void answer(Context ctx, LegacyRoute route, PathVariables variables) {
        if (!ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD)) {
            throw new MethodNotAllowedResponse("", ALLOWED);
        }
        route.answer(ctx, variables);
        ctx.skipRemainingHandlers();
    }
}
