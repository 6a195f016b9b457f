package dev.agoratoken.http.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * State outside the HTTP server that its health and metrics report.
 *
 * @param auditOutage the current problem of the audit, or empty; each call tries again to write
 * @param providerOutages the identity providers whose keys cannot be fetched
 * @param keySets the key sets that are fetched from identity providers
 * @param sharedState the state that all instances share; empty if this one keeps its own
 * @param activeBans how many bans hold now
 * @param bansWritable whether bans can be made and lifted; those that hold go on holding in any case
 */
public record HealthSources(
        ReloadStats reloadStats,
        Supplier<Optional<AuditOutage>> auditOutage,
        Supplier<List<ProviderOutage>> providerOutages,
        Supplier<List<JwksStatus>> keySets,
        Optional<SharedStateStats> sharedState,
        IntSupplier activeBans,
        BooleanSupplier bansWritable) {}
