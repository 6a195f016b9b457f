package dev.agoratoken.http.settings;

import dev.agoratoken.http.log.RequestLog;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the HTTP server needs from the application.
 *
 * @param snapshots the current configuration; each request uses one snapshot
 * @param health the state that {@code /health/ready} and {@code /metrics} report
 * @param demo whether the project is generated for this run, so that Agora rejects its tokens
 */
public record HttpPorts(
        Supplier<ConfigSnapshot> snapshots,
        HealthSources health,
        RequestLog requestLog,
        InstantSource clock,
        BuildInfo build,
        boolean demo) {}
