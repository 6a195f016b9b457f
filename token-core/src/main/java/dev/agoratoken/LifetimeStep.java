package dev.agoratoken;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.util.List;

/** A token that needs its lifetime. Immutable and thread-safe. */
public sealed class LifetimeStep permits RtcStep, PrivilegesStep {
    final AgoraTokens tokens;
    private final List<? extends Service> services;

    LifetimeStep(AgoraTokens tokens, List<? extends Service> services) {
        this.tokens = tokens;
        this.services = services;
    }

    /** The services of the token. */
    List<? extends Service> services() {
        return services;
    }

    /**
     * Sets the lifetime of the token, counted from the moment when it is made.
     *
     * @param lifetime 1 second to 24 hours, as whole seconds; Agora ends every token after 24 hours
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is anything else
     */
    public IssueStep expiresIn(Duration lifetime) {
        return new IssueStep(tokens, services(), Lifetime.of(Arguments.require("lifetime", lifetime)));
    }
}
