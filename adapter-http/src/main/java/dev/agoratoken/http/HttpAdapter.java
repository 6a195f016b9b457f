package dev.agoratoken.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;

/** The HTTP server: made once, started once, stopped once. */
public final class HttpAdapter {
    private final Metrics metrics;
    private final Javalin javalin;

    public HttpAdapter(HttpSettings settings, HttpPorts ports) {
        this.metrics = new Metrics(ports.history());
        Endings endings = new Endings(ports.requestLog(), metrics, ports.clock());
        List<Route> routes = routes(settings, ports);
        this.javalin = Javalin.create(config -> {
            configure(config);
            new JettySetup(settings).applyTo(config.jetty);
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
                new CrossOrigin(settings.allowedOrigins()),
                new OldRoutes(tokens),
                new GetTokenRoute(tokens),
                new TokensRoute(tokens),
                new DiagnosisRoutes(),
                new OperationsRoutes(metrics, ports)));
        if (settings.console()) {
            routes.add(new ConsoleRoutes());
        }
        return routes;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    /**
     * Starts to listen and returns when requests are answered.
     *
     * @throws dev.agoratoken.token.InvalidValueException if the port cannot be had
     */
    public void start() {
        javalin.start();
    }

    /** The port that is listened on, which differs from the settings' where those say 0. */
    public int port() {
        return javalin.port();
    }

    /** Finishes the requests in flight, then stops. */
    public void stop() {
        javalin.stop();
        metrics.close();
    }
}
