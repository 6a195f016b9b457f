package dev.agoratoken.token.service;

import java.util.EnumSet;
import java.util.List;

/**
 * Full-path acceleration (FPA): log in. Type 4.
 *
 * @param privileges what the token allows, and until when
 */
public record Fpa(GrantedPrivileges<Privilege> privileges) implements Service {
    /**
     * Logs in with no privilege expiry, as the official builder does; tokens of that builder last 24 hours.
     *
     * @return the service
     */
    public static Fpa login() {
        return new Fpa(GrantedPrivileges.of(EnumSet.of(Privilege.LOGIN), PrivilegeExpiry.UNSET));
    }

    @Override
    public ServiceContent content() {
        return new ServiceContent(ServiceType.FPA, privileges.entries(), List.of());
    }

    /** The privileges of FPA. */
    public enum Privilege implements dev.agoratoken.token.service.Privilege {
        /** Use full-path acceleration. */
        LOGIN
    }
}
