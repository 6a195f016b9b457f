package dev.agoratoken;

import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A token that needs its lifetime: call {@link #expiresIn}. Immutable and thread-safe. */
public sealed class LifetimeStep permits RtcStep, PrivilegesStep {
    final AgoraTokens tokens;
    final Supplier<List<? extends Service>> services;

    /** Takes the services when the description is complete: until then, a privilege may be missing. */
    LifetimeStep(AgoraTokens tokens, Supplier<List<? extends Service>> services) {
        this.tokens = tokens;
        this.services = services;
    }

    LifetimeStep(AgoraTokens tokens, Service... services) {
        this(tokens, () -> List.of(services));
    }

    /**
     * Sets the lifetime of the token, counted from the moment when it is made.
     *
     * @param lifetime 1 second to 24 hours, as whole seconds; Agora ends every token after 24 hours
     * @return a step that makes tokens
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is anything else
     */
    public IssueStep expiresIn(Duration lifetime) {
        return new IssueStep(tokens, services.get(), Lifetime.of(Arguments.require("lifetime", lifetime)));
    }
}
