package dev.agoratoken.app.login;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.proc.SecurityContext;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.http.settings.JwksStatus;
import dev.agoratoken.http.settings.ProviderOutage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reports why the keys of an identity provider cannot be fetched: one line when that begins, at most one a minute while it
 * lasts, and one when it ends. Thread-safe.
 */
public final class MonitoredJwkSet extends JWKSetSourceWrapper<SecurityContext> {
    static final Duration REPORT_INTERVAL = Duration.ofMinutes(1);

    private final String address;
    private final InstantSource clock;
    private final EventLog log;
    private Optional<ProviderOutage> outage = Optional.empty();
    private Optional<Instant> fetchedAt = Optional.empty();
    private long failures;
    private Instant nextReport = Instant.MIN;
    private boolean reported;

    public MonitoredJwkSet(JWKSetSource<SecurityContext> source, URI address, InstantSource clock, EventLog log) {
        super(source);
        this.address = withoutSecrets(address);
        this.clock = clock;
        this.log = log;
    }

    /** Removes user information and query, which may contain a key. */
    private static String withoutSecrets(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator evaluator, long now, SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = getSource().getJWKSet(evaluator, now, context);
            if (keys.isEmpty()) {
                begin("the key set is empty");
            } else {
                end();
            }
            return keys;
        } catch (KeySourceException e) {
            begin(cause(e));
            throw e;
        }
    }

    /** Why the keys could not be fetched the last time; empty if they could. */
    public synchronized Optional<ProviderOutage> outage() {
        return outage;
    }

    /** How fetching went since the start. */
    public synchronized JwksStatus status() {
        return new JwksStatus(address, fetchedAt, failures);
    }

    private synchronized void begin(String cause) {
        Instant now = clock.instant();
        failures++;
        outage = Optional.of(new ProviderOutage(
                address, cause, outage.map(ProviderOutage::since).orElse(now.toString())));
        if (now.isBefore(nextReport)) {
            return;
        }
        nextReport = now.plus(REPORT_INTERVAL);
        reported = true;
        log.warn("identity provider: the keys at " + address + " cannot be fetched: " + cause
                + "; check the provider and callers[].jwt.jwks");
    }

    private synchronized void end() {
        fetchedAt = Optional.of(clock.instant());
        if (outage.isPresent() && reported) {
            log.info("identity provider: the keys at " + address + " can be fetched again");
            reported = false;
        }
        outage = Optional.empty();
    }

    private static String cause(KeySourceException e) {
        if (e instanceof JWKSetParseException) {
            return "the response is not a JSON Web Key Set";
        }
        return e.getCause() instanceof IOException failure && failure.getMessage() != null
                ? failure.getMessage().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ")
                : "internal error";
    }
}
