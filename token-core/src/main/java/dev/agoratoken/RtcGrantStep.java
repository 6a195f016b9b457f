package dev.agoratoken;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import java.time.Duration;
import java.util.Map;

/**
 * A user in a channel who needs a role or privileges: call {@link #role(Role) role}, or {@link #allow(Rtc.Privilege,
 * Rtc.Privilege...) allow}; none is implied. Immutable and thread-safe.
 */
public final class RtcGrantStep {
    private final AgoraTokens tokens;
    private final Channel channel;
    private final User user;

    RtcGrantStep(AgoraTokens tokens, Channel channel, User user) {
        this.tokens = tokens;
        this.channel = channel;
        this.user = user;
    }

    /**
     * Grants the privileges of a role, until the token expires.
     *
     * <p>Agora lets subscribers publish as well until co-host authentication is enabled for the project in the Agora
     * Console.
     *
     * @param role publisher or subscriber
     * @return a step that needs the lifetime, and may get a user of Signaling
     */
    public RtcStep role(Role role) {
        return new RtcStep(tokens, Rtc.withRole(Arguments.require("role", role), channel, user));
    }

    /**
     * Grants the privileges of a role, each for the same time.
     *
     * @param role publisher or subscriber
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step that needs the lifetime, and may get a user of Signaling
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is not 1 second to 24 hours
     */
    public RtcStep role(Role role, Duration lifetime) {
        Arguments.require("lifetime", lifetime);
        String name = Arguments.require("role", role).name();
        PrivilegeExpiry expiry = Arguments.expiry("role", name, lifetime, "role(" + name + ")");
        return new RtcStep(tokens, Rtc.withRole(role, channel, user, expiry));
    }

    /**
     * Grants privileges until the token expires. {@code JOIN_CHANNEL} must be one of those that are granted.
     *
     * @param privilege one privilege
     * @param more further privileges
     * @return a step that may get more privileges, and needs the lifetime
     */
    public RtcPrivilegesStep allow(Rtc.Privilege privilege, Rtc.Privilege... more) {
        return none().allow(privilege, more);
    }

    /**
     * Grants one privilege for a time. {@code JOIN_CHANNEL} must be one of those that are granted.
     *
     * @param privilege what the user may do
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step that may get more privileges, and needs the lifetime
     * @throws dev.agoratoken.token.InvalidValueException if the lifetime is not 1 second to 24 hours
     */
    public RtcPrivilegesStep allow(Rtc.Privilege privilege, Duration lifetime) {
        return none().allow(privilege, lifetime);
    }

    private RtcPrivilegesStep none() {
        return new RtcPrivilegesStep(tokens, channel, user, Map.of());
    }
}
