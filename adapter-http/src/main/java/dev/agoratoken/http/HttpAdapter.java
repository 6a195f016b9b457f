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

/** The HTTP server: made once, started once, stopped once. */
public final class HttpAdapter {
    /**
     * Those of the platform. Nothing that a request does waits for long, and more would only take turns
     * (docs/adr/0027-64-threads-for-requests.md).
     */
    private static final int MAX_THREADS = 64;

    private static final int MIN_THREADS = 8;

    /** For what requests do, where Java has them. */
    private static final boolean USE_VIRTUAL_THREADS = true;

    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final HttpMetrics httpMetrics;
    private final AsyncRequestLog log;
    private final DrainState drainState = new DrainState();
    private final ShutdownTimeouts shutdownTimeouts;
    private final Javalin javalin;

    public HttpAdapter(HttpSettings settings, HttpPorts ports) {
        this.shutdownTimeouts = settings.shutdownTimeouts();
        this.log = new AsyncRequestLog(ports.requestLog(), HttpAdapter::warnOfLoss);
        this.httpMetrics = new HttpMetrics(ports.history(), log);
        RequestRecorder requestRecorder = new RequestRecorder(log, httpMetrics, ports.clock());
        PreRoutingErrors preRoutingErrors = new PreRoutingErrors(requestRecorder, settings.allowedOrigins());
        PendingRequests pendingRequests = PendingRequests.withinHeap();
        OverloadHandler overloadHandler =
                new OverloadHandler(settings.serverLimits(), pendingRequests, preRoutingErrors);
        ServerLoad load = new ServerLoad(overloadHandler::taken, pendingRequests::count, overloadHandler::isLasting);
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

    /** Every route, in the order in which they are asked. */
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
            routes.add(new ConsoleRoutes());
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

    /** Javalin's own of that name compares every answer's type with a list of those that it would not compress. */
    private static CompressionStrategy noCompression() {
        CompressionStrategy none = new CompressionStrategy();
        none.setExcludedMimeTypes(List.of());
        return none;
    }

    /**
     * Reads the TLS files, so that an error shows before the server starts.
     *
     * @throws dev.agoratoken.token.InvalidValueException if a file cannot be used, or the files do not match
     */
    public static void validate(TlsFiles files) {
        TlsMaterial.read(files);
    }

    /**
     * Starts to listen and returns when requests are answered.
     *
     * @throws dev.agoratoken.token.InvalidValueException if the port cannot be had, or the files of TLS cannot be used
     */
    public void start() {
        javalin.start();
    }

    /** The port that is listened on, which differs from the settings' where those say 0. */
    public int port() {
        return javalin.port();
    }

    /**
     * Says at once that it is not ready any more; after a delay takes no new connections; finishes the requests in flight,
     * and stops. Until then every request is answered.
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

    private static void warnOfLoss(long lines) {
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
