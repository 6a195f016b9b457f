package dev.agoratoken.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.MovingClock;
import dev.agoratoken.http.settings.JwksStatus;
import dev.agoratoken.http.settings.ProviderOutage;
import dev.agoratoken.testing.ApprovedMessages;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitoredJwkSetTest {
    private static final URI ADDRESS = URI.create("https://user:secret@login.example/keys?key=secret");

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final List<String> log = new ArrayList<>();
    private final Source source = new Source();
    private final MonitoredJwkSet monitored =
            new MonitoredJwkSet(source, ADDRESS, clock, (level, line) -> log.add(level + " " + line));

    @Test
    void reportsTheCauseOnceAMinute() {
        for (int seconds = 0; seconds < 180; seconds += 15) {
            fail("the response has status 500");
            clock.advance(java.time.Duration.ofSeconds(15));
        }

        assertThat(log).hasSize(3).containsOnly(log.get(0));
        ApprovedMessages.verify("outage", log.get(0));
        assertThat(monitored.outage())
                .contains(new ProviderOutage(
                        "https://login.example/keys",
                        "the response has status 500",
                        IdentityProviderFixture.NOW.toString()));
    }

    @Test
    void namesTheLatestCauseEvenIfItIsNotReportedYet() {
        fail("the response has status 500");
        fail("connection refused");

        assertThat(log).hasSize(1);
        assertThat(monitored.outage().orElseThrow().problem()).isEqualTo("connection refused");
    }

    @Test
    void reportsTheEndOfAnOutageThatItReported() throws KeySourceException {
        fail("down");
        succeed();
        fail("down");
        succeed();

        assertThat(log).hasSize(2);
        ApprovedMessages.verify("end of an outage", log.get(1));
        assertThat(monitored.outage()).isEmpty();
    }

    @Test
    void saysNothingOfFetchesThatSucceed() throws KeySourceException {
        succeed();
        succeed();

        assertThat(log).isEmpty();
    }

    @Test
    void takesAnEmptyKeySetForAnOutage() throws KeySourceException {
        source.answer = new JWKSet();

        assertThat(fetch()).isSameAs(source.answer);

        assertThat(log).hasSize(1);
        ApprovedMessages.verify("empty key set", log.get(0));
    }

    @Test
    void keepsTheReportInOneLine() {
        fail("TLS failed:\n\tat x");

        assertThat(log).singleElement().asString().contains("TLS failed:  at x").doesNotContain("\n");
    }

    @Test
    void countsFailuresAndRemembersTheLastFetch() throws KeySourceException {
        assertThat(monitored.status()).isEqualTo(new JwksStatus("https://login.example/keys", Optional.empty(), 0));

        succeed();
        clock.advance(java.time.Duration.ofSeconds(15));
        fail("down");
        fail("down");

        assertThat(monitored.status())
                .isEqualTo(new JwksStatus("https://login.example/keys", Optional.of(IdentityProviderFixture.NOW), 2));
    }

    private void fail(String cause) {
        source.failure = new JWKSetRetrievalException("Couldn't retrieve JWK set", new IOException(cause));
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(this::fetch);
    }

    private void succeed() throws KeySourceException {
        source.failure = null;
        fetch();
    }

    private JWKSet fetch() throws KeySourceException {
        return monitored.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null);
    }

    private static final class Source implements JWKSetSource<SecurityContext> {
        private KeySourceException failure;
        private JWKSet answer =
                new JWKSet(IdentityProviderFixture.newKey("first").toPublicJWK());

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
                throws KeySourceException {
            if (failure != null) {
                throw failure;
            }
            return answer;
        }

        @Override
        public void close() {}
    }
}
