package dev.agoratoken.http;

import dev.agoratoken.http.error.ErrorReferenceRoute;
import dev.agoratoken.http.error.ExceptionHandlers;
import dev.agoratoken.http.filter.CorsFilter;
import dev.agoratoken.http.filter.HostHeaderFilter;
import dev.agoratoken.http.filter.RequestContextFilter;
import dev.agoratoken.http.jetty.JettyConfigurer;
import dev.agoratoken.http.jetty.OverloadHandler;
import dev.agoratoken.http.jetty.PendingRequests;
import dev.agoratoken.http.jetty.PreRoutingErrors;
import dev.agoratoken.http.legacy.GetTokenRoute;
import dev.agoratoken.http.legacy.LegacyRoutes;
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
import dev.agoratoken.http.tls.TlsMaterial;
import dev.agoratoken.http.v1.CreateTokenRoute;
import dev.agoratoken.http.v1.InspectAndVerifyRoutes;
import dev.agoratoken.http.v1.TokenIssuance;
import dev.agoratoken.http.web.ApiReferenceRoutes;
import dev.agoratoken.http.web.ConsoleRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.ConcurrencyUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Requests run on virtual threads if Java has them. */
    private static final boolean USE_VIRTUAL_THREADS = true;

    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final HttpMetrics httpMetrics;
    private final AsyncRequestLog log;
    private final DrainState drainState = new DrainState();
    private final ShutdownTimeouts shutdownTimeouts;
    private final Javalin javalin;

    public HttpAdapter(HttpSettings settings, HttpPorts ports) {
        this.shutdownTimeouts = settings.shutdownTimeouts();
        this.log = new AsyncRequestLog(ports.requestLog(), HttpAdapter::warnDropped);
        this.httpMetrics = new HttpMetrics(ports.health().reloadStats(), log);
        RequestRecorder requestRecorder = new RequestRecorder(log, httpMetrics, ports.clock());
        PreRoutingErrors preRoutingErrors = new PreRoutingErrors(requestRecorder, settings.allowedOrigins());
        PendingRequests pendingRequests = PendingRequests.withinHeap();
        OverloadHandler overloadHandler =
                new OverloadHandler(settings.serverLimits(), pendingRequests, preRoutingErrors);
        ServerLoad load = new ServerLoad(overloadHandler::active, pendingRequests::count, overloadHandler::isLasting);
        httpMetrics.watch(load);
        List<Route> routes = routes(settings, ports, load);
        this.javalin = Javalin.create(config -> {
            configure(config);
            new JettyConfigurer(settings, drainState, preRoutingErrors, overloadHandler, pendingRequests)
                    .applyTo(config.jetty);
            routes.forEach(route -> route.addTo(config.routes));
            config.requestLogger.http((ctx, millis) -> requestRecorder.record(ctx));
        });
    }

    /** Creates the routes, in the order in which they are matched. */
    private List<Route> routes(HttpSettings settings, HttpPorts ports, ServerLoad load) {
        TokenIssuance tokenIssuance = new TokenIssuance(httpMetrics);
        List<Route> routes = new ArrayList<>(List.of(
                new ExceptionHandlers(),
                new RequestContextFilter(ports.snapshots()),
                settings.anyHost() ? Route.NONE : new HostHeaderFilter(settings.host()),
                new CorsFilter(settings.allowedOrigins()),
                new LegacyRoutes(tokenIssuance),
                new GetTokenRoute(tokenIssuance),
                new CreateTokenRoute(tokenIssuance),
                new InspectAndVerifyRoutes(),
                new ErrorReferenceRoute(),
                new ApiReferenceRoutes(),
                new HealthAndMetricsRoutes(httpMetrics, drainState, load, ports)));
        if (settings.console()) {
            routes.add(new ConsoleRoutes(ports.demo()));
        }
        return routes;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool =
                ConcurrencyUtil.jettyThreadPool("requests", MIN_THREADS, MAX_THREADS, USE_VIRTUAL_THREADS);
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = noCompression();
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
     * @throws dev.agoratoken.token.InvalidValueException if the server cannot listen on the port, or a TLS file is invalid
     */
    public void start() {
        javalin.start();
    }

    /** The actual port, also if the settings have 0. */
    public int port() {
        return javalin.port();
    }

    /**
     * Drains and stops the server: it reports that it is not ready, stops accepting connections after the drain delay, and
     * stops when the requests in progress are complete or the grace period is over.
     */
    public void stop() {
        drainState.start();
        await(shutdownTimeouts.drainDelay());
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn(
                    "aborted the requests still in progress after the grace period of {}",
                    shutdownTimeouts.gracePeriod());
        } catch (Exception e) {
            LOG.warn("the server did not stop cleanly", e);
        }
        log.close();
        httpMetrics.close();
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
