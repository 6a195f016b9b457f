package dev.agoratoken.app;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;

/**
 * Fetches keys no more than once a minute, whatever key ids callers make up; after a failure, once in five seconds. The
 * library's own limit lets two through, and does not tell one case from the other.
 */
final class RarelyFetched extends JWKSetSourceWrapper<SecurityContext> {
    static final Duration AFTER_SUCCESS = Duration.ofMinutes(1);
    static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private long nextAt = Long.MIN_VALUE;
    private boolean failed;

    RarelyFetched(JWKSetSource<SecurityContext> source) {
        super(source);
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
            throws KeySourceException {
        begin(now);
        JWKSet keys = getSource().getJWKSet(evaluator, now, context);
        end(now);
        return keys;
    }

    /** Counts as a failure until it ends well. */
    private synchronized void begin(long now) throws KeySourceException {
        if (now < nextAt) {
            throw failed ? new JWKSetUnavailableException("it failed a moment ago") : new RateLimitReachedException();
        }
        failed = true;
        nextAt = now + AFTER_FAILURE.toMillis();
    }

    private synchronized void end(long now) {
        failed = false;
        nextAt = now + AFTER_SUCCESS.toMillis();
    }
}
