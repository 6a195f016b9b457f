package dev.agoratoken.http.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of the HTTP server.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 selects a free one
 * @param managementPort the port of health, metrics and version, 0 to 65535; if empty, they are on {@code port}
 * @param allowedOrigins the origins of web pages that may call
 * @param console whether the console is served at {@code /}
 * @param otherServersRoutes whether the routes of other token servers are served
 * @param anyHost whether any {@code Host} header is allowed; if not, only this machine, as for a server without callers
 * @param trustedProxies the proxies that report the addresses of clients
 * @param tls empty to serve without TLS
 */
public record HttpSettings(
        String host,
        int port,
        OptionalInt managementPort,
        AllowedOrigins allowedOrigins,
        boolean console,
        boolean otherServersRoutes,
        boolean anyHost,
        TrustedProxies trustedProxies,
        ServerLimits serverLimits,
        ShutdownTimeouts shutdownTimeouts,
        Optional<TlsFiles> tls) {
    /** Probes and scrapes are few, and must not take memory from requests. */
    private static final ServerLimits MANAGEMENT_LIMITS =
            new ServerLimits(100, 20, 50, Duration.ofSeconds(10), Duration.ofSeconds(75));

    /** Returns a builder with the defaults: no other origins, no console, only this machine, without TLS. */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** The settings of the server on the management port: the same host, without console, TLS and other origins. */
    public Optional<HttpSettings> management() {
        return managementPort.isEmpty()
                ? Optional.empty()
                : Optional.of(builder(host, managementPort.getAsInt())
                        .anyHost(anyHost)
                        .serverLimits(MANAGEMENT_LIMITS)
                        .shutdownTimeouts(shutdownTimeouts)
                        .build());
    }

    /** Sets what differs from the defaults. */
    public static final class Builder {
        private final String host;
        private final int port;
        private OptionalInt managementPort = OptionalInt.empty();
        private AllowedOrigins allowedOrigins = AllowedOrigins.NONE;
        private boolean console;
        private boolean otherServersRoutes = true;
        private boolean anyHost;
        private TrustedProxies trustedProxies = TrustedProxies.NONE;
        private ServerLimits serverLimits = ServerLimits.DEFAULT;
        private ShutdownTimeouts shutdownTimeouts = ShutdownTimeouts.DEFAULT;
        private Optional<TlsFiles> tls = Optional.empty();

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        public Builder managementPort(OptionalInt separate) {
            managementPort = separate;
            return this;
        }

        public Builder allowedOrigins(AllowedOrigins origins) {
            allowedOrigins = origins;
            return this;
        }

        public Builder console(boolean served) {
            console = served;
            return this;
        }

        public Builder otherServersRoutes(boolean served) {
            otherServersRoutes = served;
            return this;
        }

        public Builder anyHost(boolean allowed) {
            anyHost = allowed;
            return this;
        }

        public Builder trustedProxies(TrustedProxies trusted) {
            trustedProxies = trusted;
            return this;
        }

        public Builder serverLimits(ServerLimits limits) {
            serverLimits = limits;
            return this;
        }

        public Builder shutdownTimeouts(ShutdownTimeouts timeouts) {
            shutdownTimeouts = timeouts;
            return this;
        }

        public Builder tls(Optional<TlsFiles> files) {
            tls = files;
            return this;
        }

        public HttpSettings build() {
            return new HttpSettings(
                    host,
                    port,
                    managementPort,
                    allowedOrigins,
                    console,
                    otherServersRoutes,
                    anyHost,
                    trustedProxies,
                    serverLimits,
                    shutdownTimeouts,
                    tls);
        }
    }
}
