package dev.agoratoken.app;

import dev.agoratoken.cli.ServeFunction.ServeOptions;
import dev.agoratoken.http.AllowedOrigins;
import dev.agoratoken.http.HttpSettings;
import java.util.Optional;

/**
 * What the configuration says about the server.
 *
 * @param host the address to listen on; if there is none, it follows from {@code open}
 * @param open whether everybody who reaches the server may have a token; if not, it listens on this machine only
 */
record ServerConfig(
        Optional<String> host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean open,
        LogFormat logFormat,
        TransportConfig transport) {
    static final ServerConfig DEFAULT = new ServerConfig(
            Optional.empty(), 8080, AllowedOrigins.NONE, false, LogFormat.TEXT, TransportConfig.DEFAULT);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /** The address to listen on: as it is set, else all of this machine's if the server is open, else loopback. */
    String effectiveHost() {
        return host.orElse(open ? EVERYWHERE : LOOPBACK);
    }

    /** The same with what the command line says, which wins. */
    ServerConfig with(ServeOptions options) {
        return new ServerConfig(
                options.host().or(() -> host),
                options.port().orElse(port),
                allowedOrigins,
                (open || options.open()) && !options.demo(),
                logFormat,
                transport);
    }

    /** The same as the HTTP server takes it. */
    HttpSettings http() {
        return new HttpSettings(
                effectiveHost(), port, allowedOrigins, transport.limits(), transport.stopTimes(), transport.tls());
    }

    /** {@code https} with TLS, else {@code http}. */
    String scheme() {
        return transport.tls().isPresent() ? "https" : "http";
    }
}
