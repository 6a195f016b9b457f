package dev.agoratoken.app.settings;

import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.settings.TrustedProxies;
import java.util.Optional;

/**
 * Limits, shutdown timeouts, TLS files, management port and trusted proxies of the server.
 *
 * @param managementPort empty if health and metrics are on the port for clients
 */
record TransportConfig(
        ServerLimits serverLimits,
        ShutdownTimeouts shutdownTimeouts,
        Optional<TlsFiles> tls,
        Optional<Integer> managementPort,
        TrustedProxies trustedProxies) {}
