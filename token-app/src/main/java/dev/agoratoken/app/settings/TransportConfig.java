package dev.agoratoken.app.settings;

import dev.agoratoken.http.settings.Limits;
import dev.agoratoken.http.settings.StopTimes;
import dev.agoratoken.http.settings.TlsFiles;
import java.util.Optional;

/** How much the server takes on, how it stops, and what it shows who it is with. */
record TransportConfig(Limits limits, StopTimes stopTimes, Optional<TlsFiles> tls) {
    static final TransportConfig DEFAULT = new TransportConfig(Limits.DEFAULT, StopTimes.DEFAULT, Optional.empty());
}
