package dev.agoratoken.app.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/**
 * Verifies the JWTs of one identity provider. Claims are checked before the signature, so that no keys are fetched for a JWT
 * that is rejected anyway. Thread-safe.
 */
public final class JwtAuthenticator {
    private static final String REMEDY = "send a new JWT of your identity provider";

    /** Longer than any key ID in use. */
    private static final int MAX_KEY_ID_LENGTH = 256;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final String issuer;

    public JwtAuthenticator(IdentityProvider provider, InstantSource clock) {
        this.issuer = provider.issuer();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(provider.algorithms(), provider.keys()));
        processor.setJWTClaimsSetVerifier(verifier(provider, clock));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(IdentityProvider provider, InstantSource clock) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(
                        provider.audiences(),
                        new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                        Set.of("exp"),
                        Set.of()) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew((int) provider.skew().toSeconds());
        return verifier;
    }

    /**
     * Parses a JWT without verifying it.
     *
     * @throws AuthenticationException if the text is not a signed JWT
     */
    public static SignedJWT read(String token) {
        try {
            SignedJWT read = SignedJWT.parse(token);
            read.getJWTClaimsSet();
            return read;
        } catch (ParseException e) {
            throw new AuthenticationException("neither a known API key nor a signed JWT", REMEDY);
        }
    }

    /** Whether the JWT names this provider as its issuer. */
    public boolean isIssuerOf(SignedJWT token) {
        return issuer.equals(claimsOf(token).getIssuer());
    }

    /**
     * Verifies a JWT and returns its claims.
     *
     * @throws AuthenticationException if it is invalid
     * @throws AuthenticationUnavailableException if the keys cannot be fetched
     */
    public Map<String, Object> claims(SignedJWT token) {
        try {
            verifyClaimsFirst(token);
            return processor.process(token, null).getClaims();
        } catch (RateLimitReachedException e) {
            // The library fetches the keys again for an unknown key ID; for the caller the key is unknown.
            throw new AuthenticationException("no known key signed the JWT", REMEDY);
        } catch (KeySourceException e) {
            throw new AuthenticationUnavailableException("the keys of the identity provider cannot be fetched");
        } catch (BadJOSEException | JOSEException e) {
            throw new AuthenticationException("invalid JWT: " + reason(e), REMEDY);
        }
    }

    private void verifyClaimsFirst(SignedJWT token) throws BadJOSEException {
        String keyId = token.getHeader().getKeyID();
        if (keyId != null && keyId.length() > MAX_KEY_ID_LENGTH) {
            throw new BadJWTException("The key ID is too long");
        }
        JwtClaimTypes.check(token.getPayload().toJSONObject());
        processor.getJWTClaimsSetVerifier().verify(claimsOf(token), null);
    }

    private static JWTClaimsSet claimsOf(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError("they were read once", e);
        }
    }

    /** The message of the library, unless it could contain data of the JWT. */
    private static String reason(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.matches("[A-Za-z ():,/]{1,100}") ? message : "verification failed";
    }
}
