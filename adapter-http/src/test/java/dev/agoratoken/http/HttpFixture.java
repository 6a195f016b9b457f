package dev.agoratoken.http;

import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.http.settings.BuildInfo;
import dev.agoratoken.http.settings.ConfigSnapshot;
import dev.agoratoken.http.settings.HealthSources;
import dev.agoratoken.http.settings.HttpPorts;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.http.settings.ReloadStats;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.SharedStateStats;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.settings.TrustedProxies;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.verify.Verifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A server on a free port of this machine, and a client that sends just what it is told. */
public final class HttpFixture implements AutoCloseable {
    public static final String COMMIT = "3f786850e387550fdab836ed7e6dc881de23001b";
    public static final String APP_ID = "6ce46dd303d54056a52f9a34c13c547e";
    static final String CERTIFICATE = "77be7e16f7482cef9fe796205b85831e";
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final ReloadStats RELOAD_STATS = new ReloadStats() {
        @Override
        public Instant loadedAt() {
            return NOW.minusSeconds(90);
        }

        @Override
        public long reloads() {
            return 3;
        }

        @Override
        public long rejectedReloads() {
            return 2;
        }
    };

    private final HttpAdapter server;
    private final List<RequestLog.Entry> log;
    private final Runnable ending;
    private final int port;

    private HttpFixture(HttpAdapter server, List<RequestLog.Entry> log, Runnable ending) {
        this(server, log, ending, server.port());
    }

    private HttpFixture(HttpAdapter server, List<RequestLog.Entry> log, Runnable ending, int port) {
        this.server = server;
        this.log = log;
        this.ending = ending;
        this.port = port;
    }

    public static HttpFixture started() {
        return started(AllowedOrigins.NONE);
    }

    public static HttpFixture started(AllowedOrigins origins) {
        return started(origins, TokenFormat.V007);
    }

    public static HttpFixture started(AllowedOrigins origins, TokenFormat format) {
        return started(settings(origins, true), AuthorizingIssuer.open(issuer(format)));
    }

    /** One that listens there. */
    static HttpFixture startedAt(String host, int port) {
        return started(
                HttpSettings.builder(host, port).build(), () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    /** One that everybody who reaches it may ask, by whatever name. */
    public static HttpFixture openToAll() {
        return started(local().anyHost(true).build(), () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    /** One like the servers of old, which had no page. */
    public static HttpFixture withoutConsole(AllowedOrigins origins) {
        return started(settings(origins, false), AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    /** One without the routes of other token servers. */
    public static HttpFixture withoutOtherServersRoutes() {
        return started(local().otherServersRoutes(false).build(), AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    public static HttpFixture withoutConsole() {
        return started(settings(AllowedOrigins.NONE, false), AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    /** One that knows its callers. */
    public static HttpFixture started(AuthorizingIssuer issuer) {
        return started(issuer, Optional::empty);
    }

    /** The same, whose decisions are written down as far as that goes. */
    static HttpFixture started(AuthorizingIssuer issuer, Supplier<Optional<AuditOutage>> auditOutage) {
        return started(settings(AllowedOrigins.NONE, true), () -> issuer, auditOutage, List::of);
    }

    /** One that makes bans, with other outages. */
    static HttpFixture started(
            AuthorizingIssuer issuer,
            BanService bans,
            Supplier<Optional<AuditOutage>> auditOutage,
            Supplier<List<ProviderOutage>> providerOutages) {
        return started(
                settings(AllowedOrigins.NONE, true),
                () -> issuer,
                health(auditOutage, providerOutages, () -> 0),
                Optional.of(bans),
                false);
    }

    /** One that makes bans, of which so many hold. */
    public static HttpFixture started(AuthorizingIssuer issuer, BanService bans, IntSupplier activeBans) {
        return started(
                settings(AllowedOrigins.NONE, true),
                () -> issuer,
                health(Optional::empty, List::of, activeBans),
                Optional.of(bans),
                false);
    }

    private static HttpSettings.Builder local() {
        return HttpSettings.builder("127.0.0.1", 0).console(true);
    }

    private static HttpSettings settings(AllowedOrigins origins, boolean console) {
        return local().allowedOrigins(origins).console(console).build();
    }

    private static HttpFixture started(HttpSettings settings, AuthorizingIssuer issuer) {
        return started(settings, () -> issuer);
    }

    public static HttpFixture started(ServerLimits serverLimits) {
        return started(serverLimits, () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    public static HttpFixture started(ServerLimits serverLimits, Supplier<AuthorizingIssuer> issuers) {
        return started(AllowedOrigins.NONE, serverLimits, issuers);
    }

    private static HttpFixture started(
            AllowedOrigins origins, ServerLimits serverLimits, Supplier<AuthorizingIssuer> issuers) {
        return started(
                local().allowedOrigins(origins).serverLimits(serverLimits).build(), issuers);
    }

    /** One whose clients are behind proxies. */
    public static HttpFixture behind(TrustedProxies proxies) {
        return started(local().trustedProxies(proxies).build(), () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    /** One with another port for operators. */
    static HttpFixture withManagementPort(int port, int managementPort) {
        return started(withPorts(port, managementPort).build(), () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    private static HttpSettings.Builder withPorts(int port, int managementPort) {
        return HttpSettings.builder("127.0.0.1", port).console(true).managementPort(OptionalInt.of(managementPort));
    }

    /** The port for operators. */
    HttpFixture management() {
        return new HttpFixture(server, log, ending, server.managementPort().orElseThrow());
    }

    /** One that has begun to stop and goes on answering for as long as it is needed. */
    static HttpFixture stopping() {
        return stopping(local());
    }

    static HttpFixture stoppingWithManagementPort() {
        return stopping(withPorts(0, 0));
    }

    private static HttpFixture stopping(HttpSettings.Builder settings) {
        ShutdownTimeouts slow = new ShutdownTimeouts(Duration.ofMinutes(10), Duration.ofSeconds(10));
        HttpFixture fixture = started(
                settings.shutdownTimeouts(slow).build(), () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
        Thread stopping = new Thread(fixture.server::stop);
        stopping.start();
        for (int i = 0; i < 1000 && fixture.operators().get("/health/ready").status() == 200; i++) {
            Thread.onSpinWait();
        }
        return new HttpFixture(fixture.server, fixture.log, stopping::interrupt);
    }

    /** One that is at work on all that it can be at work on. */
    public static HttpFixture overloaded() {
        return overloaded(AllowedOrigins.NONE);
    }

    public static HttpFixture overloaded(AllowedOrigins origins) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        HttpFixture fixture = started(origins, new ServerLimits(100, 1, 0, TIMEOUT, TIMEOUT), () -> {
            if (begun.getCount() > 0) {
                begun.countDown();
                await(finished);
            }
            return AuthorizingIssuer.open(issuer(TokenFormat.V007));
        });
        SlowClient client = SlowClient.of(fixture).sends("GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await(begun);
        return new HttpFixture(fixture.server, fixture.log, () -> {
            finished.countDown();
            fixture.close();
            client.close();
        });
    }

    private HttpFixture operators() {
        return server.managementPort().isPresent() ? management() : this;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static HttpFixture started(TlsFiles tls) {
        return started(tls, () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    public static HttpFixture started(TlsFiles tls, ServerLimits serverLimits) {
        return started(
                local().serverLimits(serverLimits).tls(Optional.of(tls)).build(),
                () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)));
    }

    public static HttpFixture started(TlsFiles tls, Supplier<AuthorizingIssuer> issuers) {
        return started(local().tls(Optional.of(tls)).build(), issuers);
    }

    private static HttpFixture started(HttpSettings settings, Supplier<AuthorizingIssuer> issuers) {
        return started(settings, issuers, Optional::empty, List::of);
    }

    private static HttpFixture started(
            HttpSettings settings,
            Supplier<AuthorizingIssuer> issuers,
            Supplier<Optional<AuditOutage>> auditOutage,
            Supplier<List<ProviderOutage>> providerOutages) {
        return started(settings, issuers, health(auditOutage, providerOutages, () -> 0), Optional.empty(), false);
    }

    /** One whose project is generated for the run. */
    public static HttpFixture demo() {
        return started(
                settings(AllowedOrigins.NONE, true),
                () -> AuthorizingIssuer.open(issuer(TokenFormat.V007)),
                health(Optional::empty, List::of, () -> 0),
                Optional.empty(),
                true);
    }

    private static HttpFixture started(
            HttpSettings settings,
            Supplier<AuthorizingIssuer> issuers,
            HealthSources health,
            Optional<BanService> bans,
            boolean demo) {
        List<RequestLog.Entry> log = new CopyOnWriteArrayList<>();
        InstantSource clock = InstantSource.fixed(NOW);
        Verifier verifier = demo ? Verifier.ofDemo(projects(), clock) : new Verifier(projects(), clock);
        HttpPorts ports = new HttpPorts(
                () -> new ConfigSnapshot(issuers.get(), verifier, bans),
                health,
                log::addAll,
                clock,
                new BuildInfo("agora-token", "test", Optional.of(COMMIT), "17"),
                demo);
        HttpAdapter server = new HttpAdapter(settings, ports);
        server.start();
        return new HttpFixture(server, log, server::stop);
    }

    private static HealthSources health(
            Supplier<Optional<AuditOutage>> auditOutage,
            Supplier<List<ProviderOutage>> providerOutages,
            IntSupplier activeBans) {
        return new HealthSources(
                RELOAD_STATS, auditOutage, providerOutages, List::of, Optional.empty(), activeBans, () -> true);
    }

    /** A server whose bans cannot be changed. */
    public static HttpFixture withoutWritableBans(AuthorizingIssuer issuer) {
        HealthSources health = new HealthSources(
                RELOAD_STATS, Optional::empty, List::of, List::of, Optional.empty(), () -> 0, () -> false);
        return started(settings(AllowedOrigins.NONE, true), () -> issuer, health, Optional.empty(), false);
    }

    /** A server whose shared state is unavailable. */
    public static HttpFixture withoutSharedState(AuthorizingIssuer issuer, boolean required) {
        HealthSources health = new HealthSources(
                RELOAD_STATS,
                Optional::empty,
                List::of,
                List::of,
                Optional.of(new UnavailableState(required)),
                () -> 0,
                () -> true);
        return started(settings(AllowedOrigins.NONE, true), () -> issuer, health, Optional.empty(), false);
    }

    /** The only project. */
    public static Projects projects() {
        return Projects.of(List.of(Project.of(APP_ID, CERTIFICATE)));
    }

    public static TokenIssuer issuer(TokenFormat format) {
        IssuingDefaults standard = IssuingDefaults.STANDARD;
        return new TokenIssuer(
                projects(),
                new IssuingDefaults(standard.project(), format, standard.lifetime()),
                InstantSource.fixed(NOW),
                SaltSource.nonRepeating());
    }

    /** Stops, and tells what was logged until then. */
    public List<RequestLog.Entry> stoppedLog() {
        close();
        return log;
    }

    public void reloadTlsIfChanged() {
        server.reloadTlsIfChanged();
    }

    public int port() {
        return port;
    }

    public Answer get(String target) {
        return send("GET", target, Map.of(), null);
    }

    public Answer post(String target, String body) {
        return send("POST", target, Map.of(), body);
    }

    /** Sends that request as it stands and reads the answer to its end. */
    public Answer send(String method, String target, Map<String, String> headers, String body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            head.append("Host: 127.0.0.1:").append(port()).append("\r\n");
        }
        head.append("Connection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        head.append("\r\n");
        return exchange(head.toString().getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** Sends those bytes. */
    public Answer exchange(byte[] head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head);
            try {
                out.write(body);
                out.flush();
            } catch (IOException e) {
                // The server may have answered and closed before it read all of a body that it refuses.
            }
            return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ending.run();
    }

    /** Shared state that was available, and is not now. */
    private record UnavailableState(boolean isRequired) implements SharedStateStats {
        @Override
        public boolean isAvailable() {
            return false;
        }

        @Override
        public long answeredCommands() {
            return 7;
        }

        @Override
        public long failedCommands() {
            return 2;
        }

        @Override
        public int connections() {
            return 1;
        }
    }
}
