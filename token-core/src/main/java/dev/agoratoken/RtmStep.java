package dev.agoratoken;

import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;

/** A token that needs a user of Signaling: call {@link #andRtm}. Immutable and thread-safe. */
public final class RtmStep {
    private final AgoraTokens tokens;
    private final Rtc rtc;
    private final Service service;

    RtmStep(AgoraTokens tokens, Rtc rtc, Service service) {
        this.tokens = tokens;
        this.rtc = rtc;
        this.service = service;
    }

    /**
     * Adds the login to Signaling (RTM).
     *
     * @param userId 1 to 64 of the 89 characters that Agora allows; not {@code "0"}
     * @return a step that needs the lifetime
     * @throws dev.agoratoken.token.InvalidValueException if Signaling does not accept the user id
     */
    public LifetimeStep andRtm(String userId) {
        Rtm rtm = Rtm.login(RtmUserId.of(Arguments.require("userId", userId)));
        return new LifetimeStep(tokens, rtc, rtm, service);
    }
}
