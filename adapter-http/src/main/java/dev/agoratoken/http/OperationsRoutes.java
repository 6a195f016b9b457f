package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;

/** What whoever runs the server asks: whether it lives, what it counts, which version it is. */
record OperationsRoutes(Metrics metrics, BuildFacts build) implements Route {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    @Override
    public void addTo(RoutesConfig routes) {
        add(routes, "/health/live", ctx -> Answers.json(ctx, Map.of("status", "live")));
        add(routes, "/version", ctx -> Answers.json(ctx, build));
        add(routes, "/metrics", ctx -> ctx.contentType(PROMETHEUS).result(metrics.scrape()));
    }

    private static void add(RoutesConfig routes, String path, Handler handler) {
        Handler routed = (Context ctx) -> {
            Exchange.of(ctx).routedTo(path);
            handler.handle(ctx);
        };
        routes.get(path, routed);
        routes.head(path, routed);
    }
}
