package dev.agoratoken.app;

import dev.agoratoken.cli.ServeFunction.ServeOptions;
import dev.agoratoken.http.AllowedOrigins;
import dev.agoratoken.http.HttpSettings;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;

/**
 * What the configuration says about the server.
 *
 * @param host the address to listen on; if there is none, it follows from who may come
 * @param open whether everybody who reaches the server may have a token; if not, it listens on this machine only
 * @param console whether the server has a page for people
 */
record ServerConfig(
        Optional<String> host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean open,
        LogFormat logFormat,
        boolean console,
        TransportConfig transport) {
    static final ServerConfig DEFAULT = new ServerConfig(
            Optional.empty(), 8080, AllowedOrigins.NONE, false, LogFormat.TEXT, true, TransportConfig.DEFAULT);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /**
     * Refuses what contradicts itself.
     *
     * @param guarded whether callers are asked who they are
     * @throws InvalidValueException if everybody may come, too
     */
    void check(boolean guarded) {
        if (open && guarded) {
            throw new InvalidValueException(
                    "server.open",
                    "callers are configured, and with this nobody would be asked who they are",
                    "leave out --open, ALLOW_OPEN and server.open, or the callers; a caller 'anonymous' may have rules, too");
        }
    }

    /**
     * The address to listen on: as it is set, else all of this machine's if everybody may come or callers are asked who they
     * are, else loopback.
     *
     * @param guarded whether callers are asked who they are
     */
    String hostFor(boolean guarded) {
        return host.orElse(open || guarded ? EVERYWHERE : LOOPBACK);
    }

    /** The same with what the command line says, which wins. */
    ServerConfig with(ServeOptions options) {
        return new ServerConfig(
                options.host().or(() -> host),
                options.port().orElse(port),
                allowedOrigins,
                (open || options.open()) && !options.demo(),
                logFormat,
                console,
                transport);
    }

    /** The same as the HTTP server takes it. */
    HttpSettings http(boolean guarded) {
        return new HttpSettings(
                hostFor(guarded),
                port,
                allowedOrigins,
                console,
                transport.limits(),
                transport.stopTimes(),
                transport.tls());
    }

    /** {@code https} with TLS, else {@code http}. */
    String scheme() {
        return transport.tls().isPresent() ? "https" : "http";
    }
}
