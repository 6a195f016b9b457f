package dev.agoratoken.token.service;

import dev.agoratoken.token.RtmUserId;
import java.util.EnumSet;
import java.util.List;

/**
 * Signaling with permissions (RTM2): log in as a user and use the named resources. Type 8. Agora must enable it for a
 * project.
 *
 * @param userId the user who logs in
 * @param permissions the resources that the user may use
 * @param privileges what the token allows, and until when
 */
public record Rtm2(RtmUserId userId, Permissions permissions, GrantedPrivileges<Privilege> privileges)
        implements Service {
    private static final GrantedPrivileges<Privilege> LOGIN =
            GrantedPrivileges.of(EnumSet.of(Privilege.LOGIN), PrivilegeExpiry.WITH_TOKEN);

    /**
     * Logs in as a user with permissions, until the token expires.
     *
     * @param userId the user who logs in
     * @param permissions the resources that the user may use
     * @return the service
     */
    public static Rtm2 login(RtmUserId userId, Permissions permissions) {
        return new Rtm2(userId, permissions, LOGIN);
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(
                ServiceType.RTM2,
                privileges.entries(),
                List.of(new FieldValue.Text(userId.value()), permissions.content()));
    }

    /** The privileges of RTM2. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Log in as the user. */
        LOGIN
    }
}
