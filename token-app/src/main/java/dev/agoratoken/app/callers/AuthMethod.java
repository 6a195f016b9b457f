package dev.agoratoken.app.callers;

import dev.agoratoken.app.login.IdentityProvider;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import java.util.List;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** How a configured caller is known. */
public sealed interface AuthMethod {
    /** In words, without a secret. */
    String description();

    /** By one of its API keys, of which only the hashes are kept. */
    record ApiKeys(List<ApiKeyHash> hashes) implements AuthMethod {
        public ApiKeys {
            hashes = List.copyOf(hashes);
        }

        @Override
        public String description() {
            return "API key " + hashes.stream().map(ApiKeyHash::toString).collect(Collectors.joining(", "));
        }
    }

    /** By a login token of that provider. */
    record Jwt(IdentityProvider provider) implements AuthMethod {
        @Override
        public String description() {
            return "JWTs of " + provider.issuer();
        }
    }

    /** By a client certificate for that subject. */
    record ClientCertificate(X500Principal subject) implements AuthMethod {
        @Override
        public String description() {
            return "client certificate of " + subject;
        }
    }

    /** Not at all. */
    record Anonymous() implements AuthMethod {
        @Override
        public String description() {
            return "no credentials";
        }
    }
}
