package dev.agoratoken;

import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * An RTC token that needs its lifetime: call {@link #expiresIn}, or {@link #andRtm} before it to include Signaling.
 * Immutable and thread-safe.
 */
public sealed class RtcStep extends LifetimeStep permits RtcPrivilegesStep {
    RtcStep(AgoraTokens tokens, Rtc rtc) {
        super(tokens, rtc);
    }

    RtcStep(AgoraTokens tokens, Supplier<List<? extends Service>> services) {
        super(tokens, services);
    }

    /**
     * Adds the login to Signaling (RTM), so that one token serves both SDKs.
     *
     * @param userId 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @return a step that needs the lifetime
     * @throws dev.agoratoken.token.InvalidValueException if Signaling does not accept the user id
     */
    public LifetimeStep andRtm(String userId) {
        return and(Rtm.login(RtmUserId.of(Arguments.require("userId", userId))));
    }

    /**
     * Adds the login to Signaling (RTM) for a time.
     *
     * @param userId 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @param lifetime 1 second to the lifetime of the token, as whole seconds
     * @return a step that needs the lifetime
     * @throws dev.agoratoken.token.InvalidValueException if Signaling does not accept the user id, or the lifetime is
     *     not 1 second to 24 hours
     */
    public LifetimeStep andRtm(String userId, Duration lifetime) {
        RtmUserId user = RtmUserId.of(Arguments.require("userId", userId));
        return and(Rtm.login(
                user, Arguments.expiry("privileges", "Signaling login", lifetime, "andRtm(\"" + userId + "\")")));
    }

    private LifetimeStep and(Service rtm) {
        return new LifetimeStep(tokens, services.get().get(0), rtm);
    }
}
