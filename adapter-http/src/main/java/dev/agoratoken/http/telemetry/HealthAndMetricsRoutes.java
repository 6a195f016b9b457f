package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.ProviderOutage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever runs the server asks: whether it lives and is ready, what it counts, which version it is. */
public record HealthAndMetricsRoutes(HttpMetrics httpMetrics, DrainState drainState, ServerLoad load, HttpPorts ports)
        implements Route {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String READY = "ready";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    @Override
    public void addTo(RoutesConfig routes) {
        add(routes, "/health/live", ctx -> Responses.json(ctx, Map.of("status", "live")));
        add(routes, "/health/ready", this::answerReady);
        add(routes, "/version", ctx -> Responses.json(ctx, ports.build()));
        add(routes, "/metrics", ctx -> ctx.contentType(PROMETHEUS).result(httpMetrics.scrape()));
    }

    private void answerReady(Context ctx) {
        Instant loadedAt = ports.history().loadedAt();
        Duration age = Duration.between(loadedAt, ports.clock().instant());
        Optional<AuditOutage> trouble = ports.auditTrouble().get();
        String status = status(trouble);
        List<ProviderOutage> outages = ports.providerOutages().get();
        ctx.status(status.equals(READY) ? OK : UNAVAILABLE);
        Responses.json(
                ctx,
                new Readiness(
                        status,
                        trouble.map(AuditOutage::problem).orElse(null),
                        outages.isEmpty() ? null : outages,
                        loadedAt.toString(),
                        age.toSeconds()));
    }

    private String status(Optional<AuditOutage> trouble) {
        if (drainState.isDraining()) {
            return "stopping";
        }
        if (load.overloaded().getAsBoolean()) {
            return "overloaded";
        }
        return trouble.filter(AuditOutage::stopsIssuing).isPresent() ? "unready" : READY;
    }

    private static void add(RoutesConfig routes, String path, Handler handler) {
        Handler routed = ctx -> {
            RequestContext.of(ctx).setRoute(path);
            handler.handle(ctx);
        };
        routes.get(path, routed);
        routes.head(path, routed);
    }

    /**
     * Whether requests should be sent here, and how old the configuration is that they meet.
     *
     * @param audit what is wrong with the audit; absent if nothing is
     * @param identityProviders those whose keys cannot be fetched; absent if there are none. The server stays ready: another
     *     instance would fare no better, and callers of other kinds are served
     */
    private record Readiness(
            String status,
            String audit,
            List<ProviderOutage> identityProviders,
            String configLoadedAt,
            long configAgeSeconds) {}
}
