package dev.agoratoken.app;

import dev.agoratoken.http.AllowedOrigins;
import java.util.Optional;

/**
 * What the configuration says about the server.
 *
 * @param host the address to listen on; if there is none, it follows from {@code open}
 * @param open whether everybody who reaches the server may have a token; if not, it listens on this machine only
 */
record ServerConfig(Optional<String> host, int port, AllowedOrigins allowedOrigins, boolean open) {
    static final ServerConfig DEFAULT = new ServerConfig(Optional.empty(), 8080, AllowedOrigins.NONE, false);
}
