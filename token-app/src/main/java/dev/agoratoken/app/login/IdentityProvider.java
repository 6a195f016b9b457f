package dev.agoratoken.app.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An identity provider whose login tokens (JWTs, RFC 7519) are accepted.
 *
 * @param issuer the {@code iss} that they must have, exactly
 * @param audiences the {@code aud} of which they must have one
 * @param algorithms those that may have signed; asymmetric ones only
 * @param keys where the keys come from
 * @param skew how far its clock may differ from ours
 */
public record IdentityProvider(
        String issuer,
        Set<String> audiences,
        Set<JWSAlgorithm> algorithms,
        JWKSource<SecurityContext> keys,
        Duration skew) {
    /**
     * What may sign: public keys verify, so nobody who can verify can sign. Symmetric algorithms are not among them, for
     * which a public key could be misused as the secret.
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
            throw new IllegalArgumentException("an algorithm that is not safe: " + algorithms);
        }
    }
}
