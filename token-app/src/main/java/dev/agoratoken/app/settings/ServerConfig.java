package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.http.settings.LoopbackHost;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code server} part of the configuration.
 *
 * @param host the address to listen on; if empty, it depends on who may connect
 * @param open whether all clients may have tokens; if not, and without callers, the server listens on loopback only
 * @param console whether the server has the console
 * @param otherServersRoutes whether the server has the routes of other token servers
 */
public record ServerConfig(
        Optional<Sourced<String>> host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean open,
        LogFormat logFormat,
        LogLevel logLevel,
        boolean console,
        boolean otherServersRoutes,
        TransportConfig transport) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /**
     * Rejects contradictory settings, and unauthenticated serving beyond loopback unless {@code open} is set.
     *
     * @param guarded whether callers are authenticated
     */
    void check(boolean guarded) {
        checkPorts();
        if (open && guarded) {
            throw new InvalidValueException(
                    "server.open",
                    "conflicts with callers: no caller would be authenticated",
                    "remove --open, ALLOW_OPEN and server.open; for access without credentials add a caller"
                            + " 'anonymous'");
        }
        if (!open && !guarded) {
            rejectForeignHost(
                    "remove it, configure callers, or add --open (ALLOW_OPEN=true) to let all clients have any token");
        }
    }

    /** The same for a demo server. */
    public void checkDemo() {
        checkPorts();
        rejectForeignHost("remove it: --demo listens on loopback only");
    }

    /** Two ports of 0 are two different free ports. */
    private void checkPorts() {
        transport
                .managementPort()
                .filter(number -> number != 0 && number == port)
                .ifPresent(number -> {
                    throw new InvalidValueException(
                            SettingKey.MANAGEMENT_PORT.label(),
                            number + " is the port for clients as well",
                            "choose another port, or remove the setting to use one port for both");
                });
    }

    private void rejectForeignHost(String remedy) {
        host.filter(sourced -> !isLoopback(sourced)).ifPresent(sourced -> {
            throw new InvalidValueException(
                    sourced.field(),
                    Printable.quote(sourced.value())
                            + " is reachable from other machines, and callers are not authenticated",
                    remedy);
        });
    }

    private static boolean isLoopback(Sourced<String> host) {
        try {
            return LoopbackHost.resolvesToLoopback(host.value());
        } catch (UnknownHostException e) {
            throw new InvalidValueException(
                    host.field(),
                    Printable.quote(host.value()) + " is not an address of this machine",
                    "use 127.0.0.1 or a local address");
        }
    }

    /**
     * The address to listen on: as configured, else all addresses if open or with callers, else loopback.
     *
     * @param guarded whether callers are authenticated
     */
    public String hostFor(boolean guarded) {
        return host.map(Sourced::value)
                .map(ServerConfig::withoutBrackets)
                .orElse(open || guarded ? EVERYWHERE : LOOPBACK);
    }

    /** An IPv6 address may have brackets, as in a URL. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The same with the command-line options, which win. */
    ServerConfig with(ServeOptions options) {
        return new ServerConfig(
                options.host().map(named -> new Sourced<>(named, "host")).or(() -> host),
                options.port().orElse(port),
                allowedOrigins,
                (open || options.open()) && !options.demo(),
                logFormat,
                logLevel,
                console,
                otherServersRoutes,
                transport);
    }

    /** The settings of the HTTP server. */
    public HttpSettings http(boolean guarded) {
        return HttpSettings.builder(hostFor(guarded), port)
                .allowedOrigins(allowedOrigins)
                .console(console)
                .otherServersRoutes(otherServersRoutes)
                .anyHost(open || guarded)
                .managementPort(transport.managementPort().map(OptionalInt::of).orElseGet(OptionalInt::empty))
                .trustedProxies(transport.trustedProxies())
                .serverLimits(transport.serverLimits())
                .shutdownTimeouts(transport.shutdownTimeouts())
                .tls(transport.tls())
                .build();
    }

    /** {@code https} with TLS, else {@code http}. */
    public String scheme() {
        return transport.tls().isPresent() ? "https" : "http";
    }
}
