package dev.agoratoken.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitedJwkSetTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final SlowSource source = new SlowSource();
    private final RateLimitedJwkSet fetched = new RateLimitedJwkSet(source, AFTER_FAILURE, clock);

    @Test
    void pausesAfterTheEndOfAFetchThatHung() {
        source.fails = true;
        assertFails(JWKSetUnavailableException.class);

        clock.advance(AFTER_FAILURE.minusMillis(1));
        assertFails(JWKSetUnavailableException.class);
        assertThat(source.asked).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        assertFails(JWKSetUnavailableException.class);
        assertThat(source.asked).isEqualTo(2);
    }

    @Test
    void pausesAMinuteAfterTheEndOfAFetchThatSucceeded() throws KeySourceException {
        fetch();

        clock.advance(RateLimitedJwkSet.AFTER_SUCCESS.minusMillis(1));
        assertFails(RateLimitReachedException.class);
        assertThat(source.asked).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        fetch();
        assertThat(source.asked).isEqualTo(2);
    }

    private void assertFails(Class<? extends KeySourceException> how) {
        assertThatExceptionOfType(how).isThrownBy(this::fetch);
    }

    private void fetch() throws KeySourceException {
        fetched.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), clock.millis(), null);
    }

    /** Answers when patience is at its end. */
    private final class SlowSource implements JWKSetSource<SecurityContext> {
        private int asked;
        private boolean fails;

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
                throws KeySourceException {
            asked++;
            clock.advance(TIMEOUT);
            if (fails) {
                throw new JWKSetUnavailableException("it did not answer");
            }
            return new JWKSet();
        }

        @Override
        public void close() {}
    }
}
