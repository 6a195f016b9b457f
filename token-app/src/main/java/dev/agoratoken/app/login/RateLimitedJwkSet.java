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
 * Fetches keys at most once a minute, so that invented key IDs cause no load, and pauses after a failure. Both intervals start
 * at the end of a fetch. The limit of the library allows two fetches and does not distinguish the two cases.
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

    /** No other fetch starts until this one ends. */
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
