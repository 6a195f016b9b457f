package dev.agoratoken.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.settings.JwksStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JwksMetricsTest {
    private static final String FIRST = "https://first.example/keys";
    private static final String SECOND = "https://second.example/keys";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private List<JwksStatus> keySets = List.of();
    private final JwksMetrics metrics = new JwksMetrics(registry, () -> keySets, InstantSource.fixed(NOW));

    private String scrapeWith(JwksStatus... now) {
        keySets = List.of(now);
        metrics.update();
        return registry.scrape();
    }

    @Test
    void haveTheAgeOfTheKeysAndTheNumberOfFailures() {
        assertThat(scrapeWith(new JwksStatus(FIRST, Optional.of(NOW.minusSeconds(90)), 2)))
                .contains(
                        "agora_jwks_age_seconds{jwks=\"" + FIRST + "\"} 90.0",
                        "agora_jwks_fetch_failures_total{jwks=\"" + FIRST + "\"} 2.0");
        assertThat(scrapeWith(new JwksStatus(FIRST, Optional.of(NOW), 3)))
                .contains(
                        "agora_jwks_age_seconds{jwks=\"" + FIRST + "\"} 0.0",
                        "agora_jwks_fetch_failures_total{jwks=\"" + FIRST + "\"} 3.0");
    }

    @Test
    void haveNoAgeOfKeysThatWereNeverFetched() {
        assertThat(scrapeWith(new JwksStatus(FIRST, Optional.empty(), 1)))
                .contains("agora_jwks_age_seconds{jwks=\"" + FIRST + "\"} NaN");
    }

    @Test
    void forgetProvidersThatAReloadRemoved() {
        scrapeWith(new JwksStatus(FIRST, Optional.of(NOW), 1));

        assertThat(scrapeWith(new JwksStatus(SECOND, Optional.of(NOW), 0)))
                .contains(SECOND)
                .doesNotContain(FIRST);
        assertThat(scrapeWith()).doesNotContain("agora_jwks");
        assertThat(scrapeWith(new JwksStatus(FIRST, Optional.of(NOW), 5)))
                .contains("agora_jwks_fetch_failures_total{jwks=\"" + FIRST + "\"} 5.0");
    }

    /** Two callers may name URLs that differ only in their query, which is not shown. */
    @Test
    void haveOneSeriesForEachAddress() {
        assertThat(scrapeWith(new JwksStatus(FIRST, Optional.of(NOW), 1), new JwksStatus(FIRST, Optional.of(NOW), 2)))
                .containsOnlyOnce("agora_jwks_fetch_failures_total{");
    }
}
