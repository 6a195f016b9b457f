package dev.agoratoken;

import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A token with single privileges: call {@code allow} for more of them, then {@link #expiresIn}. Immutable and
 * thread-safe.
 *
 * @param <P> the privileges of the service
 */
public final class PrivilegesStep<P extends Enum<P> & Privilege> extends LifetimeStep {
    private final Function<GrantedPrivileges<P>, Service> service;
    private final Map<P, PrivilegeExpiry> privileges;

    PrivilegesStep(
            AgoraTokens tokens, Function<GrantedPrivileges<P>, Service> service, Map<P, PrivilegeExpiry> privileges) {
        super(tokens, () -> List.of(service.apply(GrantedPrivileges.of(privileges))));
        this.service = service;
        this.privileges = privileges;
    }

    /**
     * Grants one more privilege, until the token expires. The last call for a privilege applies.
     *
     * @param privilege what the user may do as well
     * @return a step with this privilege as well
     */
    public PrivilegesStep<P> allow(P privilege) {
        return with(privilege, PrivilegeExpiry.WITH_TOKEN);
    }

    /**
     * Grants one more privilege for a time. The last call for a privilege applies.
     *
     * @param privilege what the user may do as well
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step with this privilege as well
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is not 1 second to 24 hours
     */
    public PrivilegesStep<P> allow(P privilege, Duration lifetime) {
        return with(privilege, Arguments.expiry(privilege, lifetime));
    }

    private PrivilegesStep<P> with(P privilege, PrivilegeExpiry expiry) {
        Map<P, PrivilegeExpiry> more = new HashMap<>(privileges);
        more.put(Arguments.require("privilege", privilege), expiry);
        return new PrivilegesStep<>(tokens, service, more);
    }
}
