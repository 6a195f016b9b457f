package dev.agoratoken.app;

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
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.agoratoken.issuing.policy.CallerCheckUnavailableException;
import dev.agoratoken.issuing.policy.UnknownCallerException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** Checks the login tokens of one identity provider. Thread-safe. */
final class LoginTokens {
    private static final String REMEDY = "send a login token that your identity provider made a moment ago";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    LoginTokens(IdentityProvider provider, InstantSource clock) {
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
     * The claims of a login token that is good.
     *
     * @throws UnknownCallerException if it is not
     * @throws CallerCheckUnavailableException if the keys are not to be had
     */
    Map<String, Object> claims(String token) {
        try {
            return processor.process(SignedJWT.parse(token), null).getClaims();
        } catch (ParseException e) {
            throw new UnknownCallerException("this is neither a known key nor a signed login token", REMEDY);
        } catch (RateLimitReachedException e) {
            // The library asks for the keys again when an id is not among them: to the caller this is an unknown key.
            throw new UnknownCallerException("no known key signed the login token", REMEDY);
        } catch (KeySourceException e) {
            throw new CallerCheckUnavailableException("the keys of the identity provider cannot be fetched");
        } catch (BadJOSEException | JOSEException e) {
            throw new UnknownCallerException("the login token is refused: " + reason(e), REMEDY);
        }
    }

    /** The library's words for a reason, of which only those without data from the token are kept. */
    private static String reason(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.matches("[A-Za-z ():,/]{1,100}") ? message : "it does not verify";
    }
}
