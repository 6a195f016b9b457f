package dev.agoratoken.app.settings;

import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import java.util.Optional;

/** Limits, shutdown timeouts and TLS files of the server. */
record TransportConfig(ServerLimits serverLimits, ShutdownTimeouts shutdownTimeouts, Optional<TlsFiles> tls) {}
