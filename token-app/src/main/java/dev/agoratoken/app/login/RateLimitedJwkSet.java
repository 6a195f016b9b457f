package dev.agoratoken.app.login;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Fetches keys no more than once a minute, whatever key ids callers make up, and after a failure not before a pause. Both
 * begin when a fetch has ended, however long it took. The library's own limit lets two through, and does not tell one case
 * from the other.
 */
final class RateLimitedJwkSet extends JWKSetSourceWrapper<SecurityContext> {
    static final Duration AFTER_SUCCESS = Duration.ofMinutes(1);

    private final Duration afterFailure;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private boolean failed;

    RateLimitedJwkSet(JWKSetSource<SecurityContext> source, Duration afterFailure, InstantSource clock) {
        super(source);
        this.afterFailure = afterFailure;
        this.clock = clock;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
            throws KeySourceException {
        begin();
        boolean fetched = false;
        try {
            JWKSet keys = getSource().getJWKSet(evaluator, now, context);
            fetched = true;
            return keys;
        } finally {
            end(fetched);
        }
    }

    /** Until it ends nobody else begins. */
    private synchronized void begin() throws KeySourceException {
        if (clock.instant().isBefore(next)) {
            throw failed
                    ? new JWKSetUnavailableException("a fetch is in progress, or failed a moment ago")
                    : new RateLimitReachedException();
        }
        failed = true;
        next = Instant.MAX;
    }

    private synchronized void end(boolean fetched) {
        failed = !fetched;
        next = clock.instant().plus(fetched ? AFTER_SUCCESS : afterFailure);
    }
}
