package dev.agoratoken;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Service;

/** A user in a channel who needs a role: call {@link #role}; none is implied. Immutable and thread-safe. */
public final class RoleStep {
    private final AgoraTokens tokens;
    private final Channel channel;
    private final User user;
    private final Service service;

    RoleStep(AgoraTokens tokens, Channel channel, User user, Service service) {
        this.tokens = tokens;
        this.channel = channel;
        this.user = user;
        this.service = service;
    }

    /**
     * Grants the privileges of a role, until the token expires.
     *
     * @param role publisher or subscriber of the channel
     * @return a step that needs the user of Signaling
     */
    public RtmStep role(Role role) {
        return new RtmStep(tokens, Rtc.withRole(Arguments.require("role", role), channel, user), service);
    }
}
