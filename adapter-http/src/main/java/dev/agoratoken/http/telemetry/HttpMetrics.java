package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.log.AsyncRequestLog;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.ReloadStats;
import dev.agoratoken.http.settings.SharedStateStats;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The metrics. Labels come from fixed lists or the configuration, never from a request, so that clients cannot create
 * series. Thread-safe.
 */
public final class HttpMetrics implements AutoCloseable {
    /** The service label of a token for more than one service. */
    private static final String MULTIPLE = "several";

    private static final Duration[] LATENCIES = List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000).stream()
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Map<TokenLabels, Counter> tokens = new ConcurrentHashMap<>();
    private final Map<String, Counter> failures = new ConcurrentHashMap<>();
    private final Map<RequestLabels, Timer> requests = new ConcurrentHashMap<>();

    private final JwksMetrics jwks;

    public HttpMetrics(HttpPorts ports, AsyncRequestLog log) {
        ReloadStats reloadStats = ports.health().reloadStats();
        this.jwks = new JwksMetrics(registry, ports.health().keySets(), ports.clock());
        Gauge.builder("agora.build.info", () -> 1)
                .description("Always 1; the labels are the versions of the program and of Java")
                .tag("version", ports.build().version())
                .tag("java", ports.build().java())
                .register(registry);
        FunctionCounter.builder("agora.config.reloads", reloadStats, ReloadStats::reloads)
                .description("Configuration reloads, by outcome: taken (applied) or refused (rejected)")
                .tag("outcome", "taken")
                .register(registry);
        FunctionCounter.builder("agora.config.reloads", reloadStats, ReloadStats::rejectedReloads)
                .description("Configuration reloads, by outcome: taken (applied) or refused (rejected)")
                .tag("outcome", "refused")
                .register(registry);
        Gauge.builder("agora.bans.active", () -> ports.health().activeBans().getAsInt())
                .description("Bans that hold now")
                .register(registry);
        Gauge.builder("agora.bans.writable", () -> ports.health().bansWritable().getAsBoolean() ? 1 : 0)
                .description("Whether bans can be made and lifted: 1 or 0")
                .register(registry);
        FunctionCounter.builder("agora.log.lines.lost", log, AsyncRequestLog::dropped)
                .description("Request log entries dropped because the log failed or was too slow")
                .register(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
    }

    /** Adds gauges of the load. */
    public void watch(ServerLoad load) {
        Gauge.builder("agora.requests.active", () -> load.active().getAsInt())
                .description("Requests in progress; server.max-requests is the limit")
                .register(registry);
        Gauge.builder("agora.requests.waiting", () -> load.waiting().getAsInt())
                .description("Requests waiting for their body, in the queue, or for the client to read the response")
                .register(registry);
    }

    /** Adds the expiry of the TLS certificate. */
    public void watchCertificate(Supplier<Instant> expiresAt) {
        Gauge.builder(
                        "agora.tls.certificate.expiry.timestamp",
                        () -> expiresAt.get().getEpochSecond())
                .description("Unix time at which the first certificate of the TLS chain expires")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Adds the metrics of the state that all instances share. */
    public void watch(SharedStateStats shared) {
        Gauge.builder("agora.shared.state.available", () -> shared.isAvailable() ? 1 : 0)
                .description("Whether the state that all instances share is available: 1 or 0")
                .register(registry);
        Gauge.builder("agora.shared.state.connections", shared::connections)
                .description("Open connections to the state that all instances share")
                .register(registry);
        FunctionCounter.builder("agora.shared.state.commands", shared, SharedStateStats::answeredCommands)
                .description("Commands to the shared state, by outcome: answered, or failed (also late)")
                .tag("outcome", "answered")
                .register(registry);
        FunctionCounter.builder("agora.shared.state.commands", shared, SharedStateStats::failedCommands)
                .description("Commands to the shared state, by outcome: answered, or failed (also late)")
                .tag("outcome", "failed")
                .register(registry);
    }

    public void count(IssuedToken issued) {
        TokenLabels labels = new TokenLabels(
                issued.project().value(),
                service(issued.services()),
                issued.format().prefix());
        tokens.computeIfAbsent(labels, this::counter).increment();
    }

    private static String service(List<Service> services) {
        ServiceType first = services.get(0).type();
        return services.size() == 1 || services.stream().allMatch(service -> service.type() == first)
                ? first.label()
                : MULTIPLE;
    }

    private Counter counter(TokenLabels labels) {
        return Counter.builder("agora.tokens.issued")
                .description("Tokens issued; a token for more than one service counts once, as service several")
                .tag("project", labels.project())
                .tag("service", labels.service())
                .tag("format", labels.format())
                .register(registry);
    }

    /** Counts a finished request, and its error if it has one. */
    void count(RequestLog.Entry request, Duration duration) {
        requests.computeIfAbsent(new RequestLabels(request.method(), request.route(), request.status()), this::timer)
                .record(duration);
        if (request.errorCode() != null) {
            failures.computeIfAbsent(request.errorCode(), this::counter).increment();
        }
    }

    private Timer timer(RequestLabels labels) {
        return Timer.builder("http.server.requests")
                .description("Request durations, by route template")
                .tag("method", labels.method())
                .tag("route", labels.route())
                .tag("status", Integer.toString(labels.status()))
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private Counter counter(String code) {
        return Counter.builder("agora.requests.refused")
                .description("Failed requests, by error code")
                .tag("code", code)
                .register(registry);
    }

    /** Returns all metrics in the Prometheus text format. */
    String scrape() {
        jwks.update();
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }

    private record TokenLabels(String project, String service, String format) {}

    private record RequestLabels(String method, String route, int status) {}
}
