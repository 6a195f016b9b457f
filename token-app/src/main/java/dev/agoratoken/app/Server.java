package dev.agoratoken.app;

import dev.agoratoken.cli.ServeFunction;
import dev.agoratoken.http.BuildFacts;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.http.HttpPorts;
import dev.agoratoken.http.JsonLog;
import dev.agoratoken.http.RequestLog;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.policy.GuardedIssuer;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/** {@code serve}: starts the HTTP server, says where it is, and runs until the process is told to stop. */
final class Server implements ServeFunction {
    private final SettingsSource settings;
    private final BiFunction<Projects, IssuingDefaults, TokenIssuer> issuers;
    private final BuildFacts build;
    private final Shutdown shutdown;

    Server(
            SettingsSource settings,
            BiFunction<Projects, IssuingDefaults, TokenIssuer> issuers,
            BuildFacts build,
            Shutdown shutdown) {
        this.settings = settings;
        this.issuers = issuers;
        this.build = build;
        this.shutdown = shutdown;
    }

    @Override
    public int serve(ServeOptions options, PrintStream err) {
        ConfigReader config = new ConfigReader(settings.load(options.overrides()));
        ServerConfig server = config.server().with(options);
        ConfiguredProjects projects = options.demo() ? ConfiguredProjects.of(DemoProject.make()) : config.projects();
        IssuingDefaults defaults = config.issuingDefaults(projects.meant());
        String host = server.effectiveHost();
        if (!server.open()) {
            refuseForeign(host, options.demo());
        }
        GuardedIssuer issuer = GuardedIssuer.open(issuers.apply(projects, defaults));
        HttpAdapter http = new HttpAdapter(
                server.http(),
                new HttpPorts(() -> issuer, log(server.logFormat(), err), InstantSource.system(), build));
        CountDownLatch stopped = new CountDownLatch(1);
        http.start();
        shutdown.onSignal(() -> {
            http.stop();
            stopped.countDown();
        });
        announce(new Announcement(
                new Announcement.Address(server.scheme(), host, http.port()),
                server.open(),
                projects,
                defaults.format(),
                options.demo()));
        await(stopped);
        return 0;
    }

    /** From here on, if it is to be JSON, whatever is printed becomes JSON, too: what collects logs reads no other lines. */
    private static RequestLog log(LogFormat format, PrintStream err) {
        if (format == LogFormat.TEXT) {
            return RequestLog.text();
        }
        JsonLog log = new JsonLog(err, InstantSource.system());
        System.setErr(log.messages());
        return log;
    }

    private static void refuseForeign(String host, boolean demo) {
        if (!isLoopback(host)) {
            throw new InvalidValueException(
                    "--host",
                    Received.quoted(host) + " can be reached from elsewhere, and nobody is asked who they are",
                    demo
                            ? "leave it out: --demo listens on loopback only"
                            : "leave it out, or add --open (ALLOW_OPEN=true) if everybody who reaches it may have any token");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InvalidValueException(
                    "--host",
                    Received.quoted(host) + " is no address of this machine",
                    "give 127.0.0.1 or a local address");
        }
    }

    private static void announce(Announcement announcement) {
        announcement.lines().forEach(System.err::println);
        System.err.flush();
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
