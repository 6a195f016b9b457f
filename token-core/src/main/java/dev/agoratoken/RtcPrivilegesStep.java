package dev.agoratoken;

import dev.agoratoken.token.Channel;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Rtc;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An RTC token with single privileges: call {@code allow} for more of them, then {@link #expiresIn}, or {@link #andRtm}
 * before it. Immutable and thread-safe.
 */
public final class RtcPrivilegesStep extends RtcStep {
    private final Channel channel;
    private final User user;
    private final Map<Rtc.Privilege, PrivilegeExpiry> privileges;

    RtcPrivilegesStep(AgoraTokens tokens, Channel channel, User user, Map<Rtc.Privilege, PrivilegeExpiry> privileges) {
        super(tokens, () -> List.of(rtc(channel, user, privileges)));
        this.channel = channel;
        this.user = user;
        this.privileges = privileges;
    }

    /**
     * Grants more privileges, until the token expires. The last call for a privilege applies.
     *
     * @param privilege one privilege
     * @param more further privileges
     * @return a step with these privileges as well
     */
    public RtcPrivilegesStep allow(Rtc.Privilege privilege, Rtc.Privilege... more) {
        RtcPrivilegesStep step = with(privilege, PrivilegeExpiry.WITH_TOKEN);
        for (Rtc.Privilege each : Arguments.require("more", more)) {
            step = step.with(each, PrivilegeExpiry.WITH_TOKEN);
        }
        return step;
    }

    /**
     * Grants one more privilege for a time. The last call for a privilege applies.
     *
     * @param privilege what the user may do as well
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step with this privilege as well
     * @throws InvalidValueException if the lifetime is not 1 second to 24 hours
     */
    public RtcPrivilegesStep allow(Rtc.Privilege privilege, Duration lifetime) {
        return with(privilege, Arguments.expiry(privilege, lifetime));
    }

    private RtcPrivilegesStep with(Rtc.Privilege privilege, PrivilegeExpiry expiry) {
        Map<Rtc.Privilege, PrivilegeExpiry> more = new EnumMap<>(Rtc.Privilege.class);
        more.putAll(privileges);
        more.put(Arguments.require("privilege", privilege), expiry);
        return new RtcPrivilegesStep(tokens, channel, user, more);
    }

    /**
     * Creates the service with its privileges.
     *
     * @throws InvalidValueException if the privilege to join is missing, because such a token opens no channel
     */
    private static Rtc rtc(Channel channel, User user, Map<Rtc.Privilege, PrivilegeExpiry> privileges) {
        if (!privileges.containsKey(Rtc.Privilege.JOIN_CHANNEL)) {
            throw new InvalidValueException(
                    "privileges", "JOIN_CHANNEL is missing", "call allow(JOIN_CHANNEL) as well");
        }
        return new Rtc(channel, user, GrantedPrivileges.of(privileges));
    }
}
