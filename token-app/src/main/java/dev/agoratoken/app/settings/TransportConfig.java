package dev.agoratoken.app.settings;

import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import java.util.Optional;

/** How much the server takes on, how it stops, and what it shows who it is with. */
record TransportConfig(ServerLimits serverLimits, ShutdownTimeouts shutdownTimeouts, Optional<TlsFiles> tls) {}
