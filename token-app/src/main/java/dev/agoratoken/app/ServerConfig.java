package dev.agoratoken.app;

import dev.agoratoken.http.AllowedOrigins;

/**
 * What the configuration says about the server.
 *
 * @param open whether everybody who reaches the server may have a token; if not, it listens on this machine only
 */
record ServerConfig(int port, AllowedOrigins allowedOrigins, boolean open) {
    static final ServerConfig DEFAULT = new ServerConfig(8080, AllowedOrigins.NONE, false);
}
