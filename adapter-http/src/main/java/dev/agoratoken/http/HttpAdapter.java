package dev.agoratoken.http;

import dev.agoratoken.http.error.ErrorReferenceRoute;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.error.NearestRoute;
import dev.agoratoken.http.filter.CorsFilter;
import dev.agoratoken.http.filter.HostHeaderFilter;
import dev.agoratoken.http.filter.RequestContextFilter;
import dev.agoratoken.http.jetty.JettyConfigurer;
import dev.agoratoken.http.jetty.ListenErrors;
import dev.agoratoken.http.jetty.OverloadHandler;
import dev.agoratoken.http.jetty.PendingRequests;
import dev.agoratoken.http.jetty.PreRoutingErrors;
import dev.agoratoken.http.legacy.GetTokenRoute;
import dev.agoratoken.http.legacy.LegacyRoutes;
import dev.agoratoken.http.legacy.OtherServersRoutes;
import dev.agoratoken.http.log.AsyncRequestLog;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.telemetry.DrainState;
import dev.agoratoken.http.telemetry.HealthAndMetricsRoutes;
import dev.agoratoken.http.telemetry.HttpMetrics;
import dev.agoratoken.http.telemetry.RequestRecorder;
import dev.agoratoken.http.telemetry.ServerLoad;
import dev.agoratoken.http.tls.ReloadingTls;
import dev.agoratoken.http.tls.TlsMaterial;
import dev.agoratoken.http.v1.BanRoutes;
import dev.agoratoken.http.v1.CreateTokenRoute;
import dev.agoratoken.http.v1.InspectAndVerifyRoutes;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.http.web.ApiReferenceRoutes;
import dev.agoratoken.http.web.ConsoleRoutes;
import dev.agoratoken.token.InvalidValueException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import io.javalin.util.ConcurrencyUtil;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. An instance is started and stopped once. */
public final class HttpAdapter {
    /**
     * Platform threads. Requests do not block for long, so more threads would not help
     * (docs/adr/0027-64-threads-for-requests.md).
     */
    private static final int MAX_THREADS = 64;

    private static final int MIN_THREADS = 8;

    /** Jetty itself needs a few of them. */
    private static final int MAX_MANAGEMENT_THREADS = 16;

    /** Requests run on virtual threads if Java has them. */
    private static final boolean USE_VIRTUAL_THREADS = true;

    /** Bytes that are allocated to copy a response to Jetty, at a time; most responses are smaller. */
    private static final int RESPONSE_CHUNK = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final HttpMetrics httpMetrics;
    private final AsyncRequestLog log;
    private final DrainState drainState = new DrainState();
    private final ShutdownTimeouts shutdownTimeouts;
    private final Javalin javalin;
    private final Optional<Javalin> management;

    /** Of both servers. */
    private final List<JettyConfigurer> jetties = new ArrayList<>();

    public HttpAdapter(HttpSettings settings, HttpPorts ports) {
        this.shutdownTimeouts = settings.shutdownTimeouts();
        this.log = new AsyncRequestLog(ports.requestLog(), HttpAdapter::warnDropped);
        this.httpMetrics = new HttpMetrics(ports, log);
        RequestRecorder requestRecorder = new RequestRecorder(log, httpMetrics, ports.clock());
        PreRoutingErrors preRoutingErrors = new PreRoutingErrors(requestRecorder, settings.allowedOrigins());
        PendingRequests pendingRequests = PendingRequests.withinHeap();
        OverloadHandler overloadHandler =
                new OverloadHandler(settings.serverLimits(), pendingRequests, preRoutingErrors);
        ServerLoad load = new ServerLoad(overloadHandler::active, pendingRequests::count, overloadHandler::isLasting);
        httpMetrics.watch(load);
        ports.health().sharedState().ifPresent(httpMetrics::watch);
        Route operations = new HealthAndMetricsRoutes(httpMetrics, drainState, load, ports);
        this.javalin = server(
                new JettyConfigurer(
                        settings, ListenErrors.PORT, drainState, preRoutingErrors, overloadHandler, pendingRequests),
                routes(settings, ports, settings.managementPort().isPresent() ? Route.NONE : operations),
                requestRecorder,
                MAX_THREADS);
        this.management = settings.management()
                .map(separate -> server(
                        new JettyConfigurer(
                                separate,
                                ListenErrors.MANAGEMENT_PORT,
                                drainState,
                                preRoutingErrors,
                                new OverloadHandler(separate.serverLimits(), pendingRequests, preRoutingErrors),
                                pendingRequests),
                        managementRoutes(separate, ports, operations),
                        requestRecorder,
                        MAX_MANAGEMENT_THREADS));
    }

    private Javalin server(JettyConfigurer jetty, List<Route> routes, RequestRecorder requestRecorder, int maxThreads) {
        jetties.add(jetty);
        return Javalin.create(config -> {
            configure(config, maxThreads);
            jetty.applyTo(config.jetty);
            routes.forEach(route -> route.addTo(config.routes));
            config.requestLogger.http((ctx, millis) -> requestRecorder.record(ctx));
        });
    }

    /** Creates the routes, in the order in which they are matched. */
    private List<Route> routes(HttpSettings settings, HttpPorts ports, Route operations) {
        TokenIssuance tokenIssuance = new TokenIssuance(httpMetrics);
        List<Route> routes = new ArrayList<>(List.of(
                new RequestContextFilter(ports.snapshots()),
                settings.anyHost() ? Route.NONE : new HostHeaderFilter(settings.host()),
                new CorsFilter(settings.allowedOrigins()),
                new LegacyRoutes(tokenIssuance),
                new GetTokenRoute(tokenIssuance),
                settings.otherServersRoutes() ? new OtherServersRoutes(tokenIssuance, new SecureRandom()) : Route.NONE,
                new CreateTokenRoute(tokenIssuance),
                new InspectAndVerifyRoutes(),
                new BanRoutes(),
                new ErrorReferenceRoute(),
                new ApiReferenceRoutes(),
                operations));
        if (settings.console()) {
            routes.add(new ConsoleRoutes(ports.demo()));
        }
        routes.add(new ExceptionHandlers(new NearestRoute(
                routes.stream().flatMap(route -> route.patterns().stream()).toList())::describe));
        return routes;
    }

    private static List<Route> managementRoutes(HttpSettings settings, HttpPorts ports, Route operations) {
        return List.of(
                new ExceptionHandlers(HealthAndMetricsRoutes::describeUnknown),
                new RequestContextFilter(ports.snapshots()),
                settings.anyHost() ? Route.NONE : new HostHeaderFilter(settings.host()),
                new CorsFilter(settings.allowedOrigins()),
                operations);
    }

    private static void configure(JavalinConfig config, int maxThreads) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool =
                ConcurrencyUtil.jettyThreadPool("requests", MIN_THREADS, maxThreads, USE_VIRTUAL_THREADS);
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = RESPONSE_CHUNK;
        config.http.compressionStrategy = noCompression();
        skipUnusedTasks(config);
    }

    /** No route runs after others, and none maps a status to another response. */
    @SuppressWarnings("unchecked") // Java cannot create a generic array for the parameter.
    private static void skipUnusedTasks(JavalinConfig config) {
        config.requestLifeCycle(DefaultTasks.INSTANCE.getBEFORE(), DefaultTasks.INSTANCE.getHTTP());
    }

    /** Javalin's strategy of that name still compares the type of each response with a list. */
    private static CompressionStrategy noCompression() {
        CompressionStrategy none = new CompressionStrategy();
        none.setExcludedMimeTypes(List.of());
        return none;
    }

    /**
     * Checks the TLS files before the server starts.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a file is invalid, or key and certificate do not match
     */
    public static void validate(TlsFiles files) {
        TlsMaterial.read(files);
    }

    /**
     * Starts the server; returns when it answers requests.
     *
     * @throws dev.agoratoken.token.InvalidValueException if the server cannot listen on a port, or a TLS file is invalid
     */
    public void start() {
        try {
            // All before a server starts: one that is stopped at once would log what it did not finish.
            jetties.forEach(JettyConfigurer::openPort);
            javalin.start();
            management.ifPresent(Javalin::start);
        } catch (InvalidValueException e) {
            jetties.forEach(JettyConfigurer::closePort);
            throw e;
        }
        reloadingTls().ifPresent(tls -> httpMetrics.watchCertificate(tls::expiresAt));
    }

    /** Reads the TLS files of a started server again. Changed ones that belong together apply to new connections. */
    public void reloadTlsIfChanged() {
        reloadingTls().ifPresent(ReloadingTls::reloadIfChanged);
    }

    private Optional<ReloadingTls> reloadingTls() {
        return Optional.ofNullable(javalin.jettyServer().server().getBean(ReloadingTls.class));
    }

    /** The actual port, also if the settings have 0. */
    public int port() {
        return javalin.port();
    }

    /** The actual management port; empty if health and metrics are on {@link #port()}. */
    public OptionalInt managementPort() {
        return management.map(server -> OptionalInt.of(server.port())).orElseGet(OptionalInt::empty);
    }

    /**
     * Drains and stops the server: it reports that it is not ready, stops accepting connections after the drain delay, and
     * stops when the requests in progress are complete or the grace period is over. The management port answers until then.
     */
    public void stop() {
        drainState.start();
        await(shutdownTimeouts.drainDelay());
        stop(javalin);
        management.ifPresent(this::stop);
        log.close();
        httpMetrics.close();
    }

    private void stop(Javalin server) {
        try {
            server.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn(
                    "aborted the requests still in progress after the grace period of {}",
                    shutdownTimeouts.gracePeriod());
        } catch (Exception e) {
            LOG.warn("the server did not stop cleanly", e);
        }
    }

    private static void warnDropped(long lines) {
        LOG.warn("{} request log entries dropped: the log failed or was too slow", lines);
    }

    private static void await(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
