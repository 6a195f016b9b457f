package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.HttpSettings;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * What the configuration says about the server.
 *
 * @param host the address to listen on; if there is none, it follows from who may come
 * @param open whether everybody who reaches the server may have a token; if not, it listens on this machine only
 * @param console whether the server has a page for people
 */
public record ServerConfig(
        Optional<Sourced<String>> host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean open,
        LogFormat logFormat,
        LogLevel logLevel,
        boolean console,
        TransportConfig transport) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /**
     * Refuses what contradicts itself, and to hand out tokens to people elsewhere whom nobody asks or means.
     *
     * @param guarded whether callers are asked who they are
     */
    void check(boolean guarded) {
        if (open && guarded) {
            throw new InvalidValueException(
                    "server.open",
                    "conflicts with callers: no caller would be authenticated",
                    "remove --open, ALLOW_OPEN and server.open; for access without credentials add a caller 'anonymous'");
        }
        if (!open && !guarded) {
            rejectForeignHost(
                    "remove it, configure callers, or add --open (ALLOW_OPEN=true) to let all clients have any token");
        }
    }

    /** The same for a server with a made-up project. */
    public void checkDemo() {
        rejectForeignHost("remove it: --demo listens on loopback only");
    }

    private void rejectForeignHost(String remedy) {
        host.filter(sourced -> !isLoopback(sourced)).ifPresent(sourced -> {
            throw new InvalidValueException(
                    sourced.origin(),
                    Printable.quote(sourced.value())
                            + " is reachable from other machines, and callers are not authenticated",
                    remedy);
        });
    }

    private static boolean isLoopback(Sourced<String> host) {
        try {
            return InetAddress.getByName(host.value()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InvalidValueException(
                    host.origin(),
                    Printable.quote(host.value()) + " is not an address of this machine",
                    "use 127.0.0.1 or a local address");
        }
    }

    /**
     * The address to listen on: as it is set, else all of this machine's if everybody may come or callers are asked who they
     * are, else loopback.
     *
     * @param guarded whether callers are asked who they are
     */
    public String hostFor(boolean guarded) {
        return host.map(Sourced::value)
                .map(ServerConfig::withoutBrackets)
                .orElse(open || guarded ? EVERYWHERE : LOOPBACK);
    }

    /** An IPv6 address may be written as it stands in a URL. */
    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The same with what the command line says, which wins. */
    ServerConfig with(ServeOptions options) {
        return new ServerConfig(
                options.host().map(named -> new Sourced<>(named, "--host")).or(() -> host),
                options.port().orElse(port),
                allowedOrigins,
                (open || options.open()) && !options.demo(),
                logFormat,
                logLevel,
                console,
                transport);
    }

    /** The same as the HTTP server takes it. */
    public HttpSettings http(boolean guarded) {
        return HttpSettings.builder(hostFor(guarded), port)
                .allowedOrigins(allowedOrigins)
                .console(console)
                .anyHost(open || guarded)
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
