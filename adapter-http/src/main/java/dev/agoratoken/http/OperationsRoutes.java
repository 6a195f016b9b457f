package dev.agoratoken.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** What whoever runs the server asks: whether it lives and is ready, what it counts, which version it is. */
record OperationsRoutes(
        Metrics metrics, ConfigHistory history, Draining draining, InstantSource clock, BuildFacts build)
        implements Route {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    @Override
    public void addTo(RoutesConfig routes) {
        add(routes, "/health/live", ctx -> Answers.json(ctx, Map.of("status", "live")));
        add(routes, "/health/ready", this::answerReady);
        add(routes, "/version", ctx -> Answers.json(ctx, build));
        add(routes, "/metrics", ctx -> ctx.contentType(PROMETHEUS).result(metrics.scrape()));
    }

    private void answerReady(Context ctx) {
        Duration age = Duration.between(history.loadedAt(), clock.instant());
        ctx.status(draining.hasBegun() ? UNAVAILABLE : OK);
        String status = draining.hasBegun() ? "stopping" : "ready";
        Answers.json(ctx, new Readiness(status, history.loadedAt().toString(), age.toSeconds()));
    }

    private static void add(RoutesConfig routes, String path, Handler handler) {
        Handler routed = ctx -> {
            Exchange.of(ctx).routedTo(path);
            handler.handle(ctx);
        };
        routes.get(path, routed);
        routes.head(path, routed);
    }

    /** Whether requests should be sent here, and how old the configuration is that they meet. */
    private record Readiness(String status, String configLoadedAt, long configAgeSeconds) {}
}
