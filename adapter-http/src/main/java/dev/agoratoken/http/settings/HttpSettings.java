package dev.agoratoken.http.settings;

import java.util.Optional;

/**
 * The settings of the HTTP server.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1} or {@code 0.0.0.0}
 * @param port 0 to 65535; 0 selects a free one
 * @param allowedOrigins the origins of web pages that may call
 * @param console whether the console is served at {@code /}
 * @param anyHost whether any {@code Host} header is allowed; if not, only this machine, as for a server without callers
 * @param tls empty to serve without TLS
 */
public record HttpSettings(
        String host,
        int port,
        AllowedOrigins allowedOrigins,
        boolean console,
        boolean anyHost,
        ServerLimits serverLimits,
        ShutdownTimeouts shutdownTimeouts,
        Optional<TlsFiles> tls) {
    /** Returns a builder with the defaults: no other origins, no console, only this machine, without TLS. */
    public static Builder builder(String host, int port) {
        return new Builder(host, port);
    }

    /** Sets what differs from the defaults. */
    public static final class Builder {
        private final String host;
        private final int port;
        private AllowedOrigins allowedOrigins = AllowedOrigins.NONE;
        private boolean console;
        private boolean anyHost;
        private ServerLimits serverLimits = ServerLimits.DEFAULT;
        private ShutdownTimeouts shutdownTimeouts = ShutdownTimeouts.DEFAULT;
        private Optional<TlsFiles> tls = Optional.empty();

        private Builder(String host, int port) {
            this.host = host;
            this.port = port;
        }

        public Builder allowedOrigins(AllowedOrigins origins) {
            allowedOrigins = origins;
            return this;
        }

        public Builder console(boolean served) {
            console = served;
            return this;
        }

        public Builder anyHost(boolean allowed) {
            anyHost = allowed;
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
            return new HttpSettings(host, port, allowedOrigins, console, anyHost, serverLimits, shutdownTimeouts, tls);
        }
    }
}
