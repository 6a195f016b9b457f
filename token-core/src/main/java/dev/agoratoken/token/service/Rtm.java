package dev.agoratoken.token.service;

import dev.agoratoken.token.RtmUserId;
import java.util.EnumSet;
import java.util.List;

/**
 * Signaling (RTM): log in as a user. Type 2.
 *
 * @param userId the user who logs in
 * @param privileges what the token allows, and until when
 */
public record Rtm(RtmUserId userId, GrantedPrivileges<Privilege> privileges) implements Service {
    private static final GrantedPrivileges<Privilege> LOGIN =
            GrantedPrivileges.of(EnumSet.of(Privilege.LOGIN), PrivilegeExpiry.WITH_TOKEN);

    /**
     * Logs in as a user, until the token expires.
     *
     * @param userId the user who logs in
     * @return the service
     */
    public static Rtm login(RtmUserId userId) {
        return new Rtm(userId, LOGIN);
    }

    /**
     * Logs in as a user, with a privilege expiry.
     *
     * @param userId the user who logs in
     * @param expiry when the privilege to log in expires
     * @return the service
     */
    public static Rtm login(RtmUserId userId, PrivilegeExpiry expiry) {
        return new Rtm(userId, GrantedPrivileges.of(EnumSet.of(Privilege.LOGIN), expiry));
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(ServiceType.RTM, privileges.entries(), List.of(new FieldValue.Text(userId.value())));
    }

    /** The privileges of Signaling. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Log in as the user. */
        LOGIN
    }
}
