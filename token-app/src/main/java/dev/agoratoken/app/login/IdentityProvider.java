package dev.agoratoken.app.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An identity provider whose JWTs (RFC 7519) are accepted.
 *
 * @param issuer the exact {@code iss} of its JWTs
 * @param audiences a JWT must have one of these in {@code aud}
 * @param algorithms the accepted signing algorithms, asymmetric only
 * @param keys the source of its public keys
 * @param skew the tolerated difference of the clocks
 */
public record IdentityProvider(
        String issuer,
        Set<String> audiences,
        Set<JWSAlgorithm> algorithms,
        JWKSource<SecurityContext> keys,
        Duration skew) {
    /**
     * The asymmetric algorithms. With a symmetric one, a public key could be misused as the secret.
     */
    static final List<JWSAlgorithm> SAFE = List.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    public IdentityProvider {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        if (!SAFE.containsAll(algorithms)) {
            throw new IllegalArgumentException("unsafe algorithm: " + algorithms);
        }
    }
}
