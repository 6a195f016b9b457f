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
 * Checks the login tokens of one identity provider. What they say is looked at before their signature, so that no keys are
 * fetched for one that is refused in any case. Thread-safe.
 */
public final class JwtAuthenticator {
    private static final String REMEDY = "send a new JWT of your identity provider";

    /** Longer than any that is in use. */
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
     * What somebody shows, read and not checked.
     *
     * @throws AuthenticationException if it is no login token at all
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

    /** Whether this provider made it, as it says. */
    public boolean isIssuerOf(SignedJWT token) {
        return issuer.equals(claimsOf(token).getIssuer());
    }

    /**
     * The claims of a login token that is good.
     *
     * @throws AuthenticationException if it is not
     * @throws AuthenticationUnavailableException if the keys are not to be had
     */
    public Map<String, Object> claims(SignedJWT token) {
        try {
            verifyClaimsFirst(token);
            return processor.process(token, null).getClaims();
        } catch (RateLimitReachedException e) {
            // The library asks for the keys again when an id is not among them: to the caller this is an unknown key.
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

    /** The library's words for a reason, of which only those without data from the token are kept. */
    private static String reason(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.matches("[A-Za-z ():,/]{1,100}") ? message : "verification failed";
    }
}
