package dev.agoratoken;

import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * A user in a channel who needs privileges: call {@code allow}; none is implied. Immutable and thread-safe.
 *
 * @param <P> the privileges of the service
 */
public final class AllowStep<P extends Enum<P> & Privilege> {
    private final AgoraTokens tokens;
    private final Function<GrantedPrivileges<P>, Service> service;

    AllowStep(AgoraTokens tokens, Function<GrantedPrivileges<P>, Service> service) {
        this.tokens = tokens;
        this.service = service;
    }

    /**
     * Grants one privilege until the token expires.
     *
     * @param privilege what the user may do
     * @return a step that may get more privileges, and needs the lifetime
     */
    public PrivilegesStep<P> allow(P privilege) {
        return none().allow(privilege);
    }

    /**
     * Grants one privilege for a time.
     *
     * @param privilege what the user may do
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step that may get more privileges, and needs the lifetime
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is not 1 second to 24 hours
     */
    public PrivilegesStep<P> allow(P privilege, Duration lifetime) {
        return none().allow(privilege, lifetime);
    }

    private PrivilegesStep<P> none() {
        return new PrivilegesStep<>(tokens, service, Map.of());
    }
}
