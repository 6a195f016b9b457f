package dev.agoratoken.app;

import dev.agoratoken.issuing.policy.Caller;
import dev.agoratoken.issuing.policy.CallerKind;
import dev.agoratoken.issuing.policy.Claims;
import dev.agoratoken.issuing.policy.Rights;
import java.util.Optional;

/**
 * A caller of the configuration.
 *
 * @param origin where it stands
 */
record ConfiguredCaller(String name, Proof proof, Rights rights, String origin) {
    /** In words, without a secret: how it is known, and how much is said about it. */
    String description() {
        return proof.description() + "; rules: " + rights.allow().size() + " allow, "
                + rights.deny().size() + " deny"
                + rights.limit().map(limit -> "; " + limit).orElse("");
    }

    /** One of those who go by that name. */
    Caller as(CallerKind kind, Optional<String> individual, Claims claims) {
        return new Caller(name, kind, individual, claims, rights);
    }
}
