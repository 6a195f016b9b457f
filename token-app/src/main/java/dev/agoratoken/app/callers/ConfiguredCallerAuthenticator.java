package dev.agoratoken.app.callers;

import com.nimbusds.jwt.SignedJWT;
import dev.agoratoken.app.login.JwtAuthenticator;
import dev.agoratoken.issuing.policy.caller.ApiKey;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.AuthenticationUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Authenticates the configured callers: by API key or JWT, else by client certificate, else as anonymous. */
public final class ConfiguredCallerAuthenticator implements CallerAuthenticator {
    private static final String REMEDY = "send the API key or JWT of a configured caller";

    private final List<KnownKey> keys = new ArrayList<>();
    private final List<KnownLogin> logins = new ArrayList<>();
    private final List<KnownCertificate> certificates = new ArrayList<>();
    private final Optional<ConfiguredCaller> anonymous;

    public ConfiguredCallerAuthenticator(List<ConfiguredCaller> callers, InstantSource clock) {
        callers.forEach(caller -> add(caller, clock));
        this.anonymous = callers.stream()
                .filter(caller -> caller.authMethod() instanceof AuthMethod.Anonymous)
                .findFirst();
    }

    private void add(ConfiguredCaller caller, InstantSource clock) {
        if (caller.authMethod() instanceof AuthMethod.ApiKeys known) {
            known.hashes().forEach(hash -> keys.add(new KnownKey(hash, caller)));
        } else if (caller.authMethod() instanceof AuthMethod.Jwt jwt) {
            logins.add(new KnownLogin(new JwtAuthenticator(jwt.provider(), clock), caller));
        } else if (caller.authMethod() instanceof AuthMethod.ClientCertificate clientCertificate) {
            certificates.add(new KnownCertificate(clientCertificate.subject(), caller));
        }
    }

    @Override
    public Caller identify(Credentials credentials) {
        Optional<String> secret = credentials.bearerOrApiKey();
        if (secret.isPresent()) {
            return withKey(secret.get()).orElseGet(() -> withLogin(secret.get()));
        }
        return credentials
                .certificateSubject()
                .map(this::withCertificate)
                .orElseGet(() -> anonymousCaller(credentials.address()));
    }

    /** Compares with every key, so that the time taken does not depend on the key that matches. */
    private Optional<Caller> withKey(String secret) {
        ApiKeyHash presented = ApiKey.presented(secret).hash();
        Optional<ConfiguredCaller> found = Optional.empty();
        for (KnownKey key : keys) {
            if (key.hash().equals(presented)) {
                found = Optional.of(key.caller());
            }
        }
        return found.map(caller -> caller.toCaller(CallerKind.API_KEY, Optional.empty(), Claims.NONE));
    }

    /** Only the provider that the JWT names is used, so that the outage of another provider has no effect. */
    private Caller withLogin(String secret) {
        if (logins.isEmpty()) {
            throw new AuthenticationException("unknown API key", REMEDY);
        }
        SignedJWT token = JwtAuthenticator.read(secret);
        AuthenticationException rejection =
                new AuthenticationException("the issuer of the JWT is not configured", REMEDY);
        AuthenticationUnavailableException unavailable = null;
        for (KnownLogin login : loginsFor(token)) {
            try {
                return login.caller(token);
            } catch (AuthenticationException e) {
                rejection = e;
            } catch (AuthenticationUnavailableException e) {
                unavailable = e;
            }
        }
        throw unavailable == null ? rejection : unavailable;
    }

    private List<KnownLogin> loginsFor(SignedJWT token) {
        return logins.stream().filter(login -> login.tokens().isIssuerOf(token)).toList();
    }

    private Caller withCertificate(String subject) {
        Optional<X500Principal> shown = principal(subject);
        return certificates.stream()
                .filter(known -> shown.filter(known.subject()::equals).isPresent())
                .findFirst()
                .map(known -> known.caller().toCaller(CallerKind.CERTIFICATE, Optional.empty(), Claims.NONE))
                .orElseThrow(() -> new AuthenticationException("unknown client certificate", REMEDY));
    }

    /** The caller of a JWT with these claims. */
    public static Caller callerWithClaims(ConfiguredCaller caller, Map<String, Object> claims) {
        Optional<String> subject = Optional.ofNullable(claims.get("sub")).map(Object::toString);
        return caller.toCaller(CallerKind.LOGIN_TOKEN, subject, Claims.of(claims));
    }

    private static Optional<X500Principal> principal(String subject) {
        try {
            return Optional.of(new X500Principal(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Caller anonymousCaller(String address) {
        return anonymous
                .map(caller -> caller.toCaller(
                        CallerKind.ANONYMOUS,
                        Optional.of(ClientNetwork.of(address).text()),
                        Claims.NONE))
                .orElseThrow(() -> new AuthenticationException("missing", REMEDY));
    }

    private record KnownKey(ApiKeyHash hash, ConfiguredCaller caller) {}

    private record KnownCertificate(X500Principal subject, ConfiguredCaller caller) {}

    private record KnownLogin(JwtAuthenticator tokens, ConfiguredCaller configured) {
        Caller caller(SignedJWT token) {
            return callerWithClaims(configured, tokens.claims(token));
        }
    }
}
