package dev.agoratoken;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.service.Service;
import java.util.List;

/**
 * A complete token: call {@link #token} or {@link #issue}. Each call makes another token, valid from then on. Immutable and
 * thread-safe.
 */
public final class IssueStep {
    private final AgoraTokens tokens;
    private final List<? extends Service> services;
    private final Lifetime lifetime;

    IssueStep(AgoraTokens tokens, List<? extends Service> services, Lifetime lifetime) {
        this.tokens = tokens;
        this.services = services;
        this.lifetime = lifetime;
    }

    /**
     * Makes a token.
     *
     * @return its text, to be given to the client; it begins with {@code 007}, or {@code 006} in that format
     * @throws dev.agoratoken.token.InvalidValueException if a privilege would outlive the token, or format 006 cannot
     *     contain the services
     */
    public String token() {
        return issue().text();
    }

    /**
     * Makes a token, and returns it with its times and services. {@code toString} of the result shows no token.
     *
     * @return the token; {@link AgoraTokens#document} is its JSON
     * @throws dev.agoratoken.token.InvalidValueException if a privilege would outlive the token, or format 006 cannot
     *     contain the services
     */
    public IssuedToken issue() {
        return tokens.issue(services, lifetime);
    }
}
