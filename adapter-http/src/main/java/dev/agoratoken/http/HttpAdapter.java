package dev.agoratoken.http;

import dev.agoratoken.http.error.ErrorRoutes;
import dev.agoratoken.http.error.Failures;
import dev.agoratoken.http.filter.Beginnings;
import dev.agoratoken.http.filter.CrossOrigin;
import dev.agoratoken.http.filter.OwnHost;
import dev.agoratoken.http.jetty.EarlyRefusals;
import dev.agoratoken.http.jetty.JettySetup;
import dev.agoratoken.http.legacy.GetTokenRoute;
import dev.agoratoken.http.legacy.OldRoutes;
import dev.agoratoken.http.log.LogQueue;
import dev.agoratoken.http.request.Route;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.StopTimes;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.telemetry.Draining;
import dev.agoratoken.http.telemetry.Endings;
import dev.agoratoken.http.telemetry.Metrics;
import dev.agoratoken.http.telemetry.OperationsRoutes;
import dev.agoratoken.http.tls.TlsIdentity;
import dev.agoratoken.http.v1.DiagnosisRoutes;
import dev.agoratoken.http.v1.Tokens;
import dev.agoratoken.http.v1.TokensRoute;
import dev.agoratoken.http.web.ConsoleRoutes;
import dev.agoratoken.http.web.ReferenceRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.ConcurrencyUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: made once, started once, stopped once. */
public final class HttpAdapter {
    /**
     * Those of the platform. Nothing that a request does waits for long, and more would only take turns
     * (docs/adr/0027-64-threads-for-requests.md).
     */
    private static final int MOST_THREADS = 64;

    private static final int FEWEST_THREADS = 8;

    /** For what requests do, where Java has them. */
    private static final boolean USE_VIRTUAL_THREADS = true;

    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final Metrics metrics;
    private final LogQueue log;
    private final Draining draining = new Draining();
    private final StopTimes stopTimes;
    private final Javalin javalin;

    public HttpAdapter(HttpSettings settings, HttpPorts ports) {
        this.stopTimes = settings.stopTimes();
        this.log = new LogQueue(ports.requestLog(), HttpAdapter::warnOfLoss);
        this.metrics = new Metrics(ports.history(), log);
        Endings endings = new Endings(log, metrics, ports.clock());
        EarlyRefusals refusals = new EarlyRefusals(endings, settings.allowedOrigins());
        List<Route> routes = routes(settings, ports);
        this.javalin = Javalin.create(config -> {
            configure(config);
            new JettySetup(settings, draining, refusals).applyTo(config.jetty);
            routes.forEach(route -> route.addTo(config.routes));
            config.requestLogger.http((ctx, millis) -> endings.note(ctx));
        });
    }

    /** Every route, in the order in which they are asked. */
    private List<Route> routes(HttpSettings settings, HttpPorts ports) {
        Tokens tokens = new Tokens(metrics);
        List<Route> routes = new ArrayList<>(List.of(
                new Failures(),
                new Beginnings(ports.snapshots()),
                settings.anyHost() ? Route.NONE : new OwnHost(settings.host()),
                new CrossOrigin(settings.allowedOrigins()),
                new OldRoutes(tokens),
                new GetTokenRoute(tokens),
                new TokensRoute(tokens),
                new DiagnosisRoutes(),
                new ErrorRoutes(),
                new ReferenceRoutes(),
                new OperationsRoutes(metrics, draining, ports)));
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
                ConcurrencyUtil.jettyThreadPool("requests", FEWEST_THREADS, MOST_THREADS, USE_VIRTUAL_THREADS);
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
        TlsIdentity.read(files);
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

    /** What is registered, such as {@code GET /ping}. */
    Set<String> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toSet());
    }

    /**
     * Says at once that it is not ready any more; after a delay takes no new connections; finishes the requests in flight,
     * and stops. Until then every request is answered.
     */
    public void stop() {
        draining.begin();
        await(stopTimes.delay());
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("requests that were still in flight after {} were given up", stopTimes.deadline());
        } catch (Exception e) {
            LOG.warn("the server did not stop as it should", e);
        }
        log.close();
        metrics.close();
    }

    private static void warnOfLoss(long lines) {
        LOG.warn(
                "{} requests were answered and not logged: the log failed, or took lines more slowly than they came",
                lines);
    }

    private static void await(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
