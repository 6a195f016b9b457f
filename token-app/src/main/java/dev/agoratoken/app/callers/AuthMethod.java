package dev.agoratoken.app.callers;

import dev.agoratoken.app.login.IdentityProvider;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import java.util.List;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** How a configured caller authenticates. */
public sealed interface AuthMethod {
    /** A description without secrets. */
    String description();

    /** With one of its API keys, which are stored as hashes. */
    record ApiKeys(List<ApiKeyHash> hashes) implements AuthMethod {
        public ApiKeys {
            hashes = List.copyOf(hashes);
        }

        @Override
        public String description() {
            return "API key " + hashes.stream().map(ApiKeyHash::toString).collect(Collectors.joining(", "));
        }
    }

    /** With a JWT of an identity provider. */
    record Jwt(IdentityProvider provider) implements AuthMethod {
        @Override
        public String description() {
            return "JWTs of " + provider.issuer();
        }
    }

    /** With a client certificate of a subject. */
    record ClientCertificate(X500Principal subject) implements AuthMethod {
        @Override
        public String description() {
            return "client certificate of " + subject;
        }
    }

    /** Without credentials. */
    record Anonymous() implements AuthMethod {
        @Override
        public String description() {
            return "no credentials";
        }
    }
}
