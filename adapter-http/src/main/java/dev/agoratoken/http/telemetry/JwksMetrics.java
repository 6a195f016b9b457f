package dev.agoratoken.http.telemetry;

import dev.agoratoken.http.settings.JwksStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Metrics of the key sets of identity providers, which a reload of the configuration adds and removes. Thread-safe. */
final class JwksMetrics {
    private final MeterRegistry registry;
    private final Supplier<List<JwksStatus>> keySets;
    private final InstantSource clock;
    private final Map<String, List<Meter>> registered = new HashMap<>();
    private volatile Map<String, JwksStatus> current = Map.of();

    JwksMetrics(MeterRegistry registry, Supplier<List<JwksStatus>> keySets, InstantSource clock) {
        this.registry = registry;
        this.keySets = keySets;
        this.clock = clock;
    }

    /** Reads the states, and registers and removes metrics as needed. */
    synchronized void update() {
        current = keySets.get().stream()
                .collect(Collectors.toMap(JwksStatus::jwks, Function.identity(), (first, second) -> first));
        current.keySet().forEach(jwks -> registered.computeIfAbsent(jwks, this::register));
        Iterator<Map.Entry<String, List<Meter>>> known = registered.entrySet().iterator();
        while (known.hasNext()) {
            Map.Entry<String, List<Meter>> entry = known.next();
            if (!current.containsKey(entry.getKey())) {
                entry.getValue().forEach(registry::remove);
                known.remove();
            }
        }
    }

    private List<Meter> register(String jwks) {
        return List.of(
                Gauge.builder("agora.jwks.age", () -> ageSeconds(jwks))
                        .description("Time since the keys of an identity provider were fetched; NaN if they never were")
                        .baseUnit("seconds")
                        .tag("jwks", jwks)
                        .register(registry),
                FunctionCounter.builder("agora.jwks.fetch.failures", this, metrics -> metrics.failures(jwks))
                        .description("Failed attempts to fetch the keys of an identity provider")
                        .tag("jwks", jwks)
                        .register(registry));
    }

    private double ageSeconds(String jwks) {
        JwksStatus status = current.get(jwks);
        return status == null || status.fetchedAt().isEmpty()
                ? Double.NaN
                : Duration.between(status.fetchedAt().get(), clock.instant()).toMillis() / 1000.0;
    }

    private double failures(String jwks) {
        JwksStatus status = current.get(jwks);
        return status == null ? 0 : status.failures();
    }
}
