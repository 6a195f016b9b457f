package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.request.RequestContext;
import dev.agoratoken.http.request.Responses;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.http.settings.BuildInfo;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.http.settings.SharedStateStats;
import dev.agoratoken.text.Printable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routes for operators: liveness, readiness, metrics and version. */
public final class HealthAndMetricsRoutes implements Route {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String READY = "ready";
    private static final String LIVE = "/health/live";
    private static final String READINESS = "/health/ready";
    private static final String VERSION = "/version";
    private static final String METRICS = "/metrics";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpMetrics httpMetrics;
    private final DrainState drainState;
    private final ServerLoad load;
    private final HttpPorts ports;

    public HealthAndMetricsRoutes(HttpMetrics httpMetrics, DrainState drainState, ServerLoad load, HttpPorts ports) {
        this.httpMetrics = httpMetrics;
        this.drainState = drainState;
        this.load = load;
        this.ports = ports;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        add(routes, LIVE, ctx -> Responses.json(ctx, Map.of("status", "live")));
        add(routes, READINESS, this::answerReady);
        add(routes, VERSION, ctx -> Responses.json(ctx, document(ports.build())));
        add(routes, METRICS, ctx -> ctx.contentType(PROMETHEUS).result(httpMetrics.scrape()));
    }

    /** Returns a message for an unknown path on a port with these routes only. */
    public static String describeUnknown(String path) {
        return "path: " + Printable.quote(path) + " does not exist on the management port; use " + LIVE + ", "
                + READINESS + ", " + VERSION + " or " + METRICS;
    }

    private static Map<String, Object> document(BuildInfo build) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", build.name());
        document.put("version", build.version());
        build.commit().ifPresent(commit -> document.put("commit", commit));
        document.put("java", build.java());
        return document;
    }

    private void answerReady(Context ctx) {
        Instant loadedAt = ports.health().reloadStats().loadedAt();
        Duration age = Duration.between(loadedAt, ports.clock().instant());
        Optional<AuditOutage> outage = ports.health().auditOutage().get();
        Optional<Boolean> shared = ports.health().sharedState().map(SharedStateStats::isAvailable);
        String status = status(outage);
        List<ProviderOutage> providers = ports.health().providerOutages().get();
        ctx.status(status.equals(READY) ? OK : UNAVAILABLE);
        Responses.json(
                ctx,
                new Readiness(
                        status,
                        ports.demo() ? true : null,
                        outage.map(AuditOutage::problem).orElse(null),
                        providers.isEmpty() ? null : providers,
                        shared.map(HealthAndMetricsRoutes::state).orElse(null),
                        state(ports.health().bansWritable().getAsBoolean()),
                        loadedAt.toString(),
                        age.toSeconds()));
    }

    private static String state(boolean available) {
        return available ? "available" : "unavailable";
    }

    private String status(Optional<AuditOutage> outage) {
        if (drainState.isDraining()) {
            return "stopping";
        }
        if (load.overloaded().getAsBoolean()) {
            return "overloaded";
        }
        boolean required = ports.health()
                .sharedState()
                .filter(shared -> shared.isRequired() && !shared.isAvailable())
                .isPresent();
        return required || outage.filter(AuditOutage::stopsIssuing).isPresent() ? "unready" : READY;
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
     * Readiness, and the age of the configuration.
     *
     * @param demo true in demo mode; null otherwise
     * @param audit the problem of the audit; null if there is none
     * @param identityProviders those whose keys cannot be fetched; null if there are none. The server stays ready, because
     *     other instances are affected too, and other kinds of callers are served
     * @param sharedState {@code available} or {@code unavailable}; null if this instance keeps its own
     * @param bans {@code available}, or {@code unavailable} while they cannot be made and lifted. The server stays ready,
     *     because the known bans hold
     */
    private record Readiness(
            String status,
            @Nullable Boolean demo,
            @Nullable String audit,
            @Nullable List<ProviderOutage> identityProviders,
            @Nullable String sharedState,
            String bans,
            String configLoadedAt,
            long configAgeSeconds) {}
}
