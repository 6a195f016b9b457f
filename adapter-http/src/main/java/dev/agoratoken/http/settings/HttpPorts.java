package dev.agoratoken.http.settings;

import dev.agoratoken.http.log.RequestLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the routes need of the program around them.
 *
 * @param snapshots the present state of the configuration; each request takes one and keeps it
 * @param auditTrouble why decisions cannot be written down now; empty if they can. It tries again when it is asked
 * @param providerOutages the identity providers whose keys cannot be fetched now
 */
public record HttpPorts(
        Supplier<ConfigSnapshot> snapshots,
        ReloadStats history,
        RequestLog requestLog,
        Supplier<Optional<AuditOutage>> auditTrouble,
        Supplier<List<ProviderOutage>> providerOutages,
        InstantSource clock,
        BuildInfo build) {}
