package dev.agoratoken.verify.grant;

import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.RetiredPrivilege;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.grant.EncodedName.Checksum;
import dev.agoratoken.verify.grant.EncodedName.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token of either format grants in one service.
 *
 * @param channel the channel or room; null if the service has none
 * @param user the user of the channel, Signaling, Chat or room; null if the service has none
 * @param permissions what a user of RTM2 may read and write
 */
public record GrantedService(
        ServiceType type,
        @Nullable EncodedName channel,
        @Nullable EncodedName user,
        List<PrivilegeEntry> privileges,
        List<PermissionEntry> permissions) {
    /** Returns the services of a token, in the order of the token. */
    public static List<GrantedService> of(TokenContent content) {
        if (content instanceof TokenContent.V006 token) {
            return of(token);
        }
        List<ServiceContent> services = ((TokenContent.V007) content).services();
        List<GrantedService> granted = new ArrayList<>(services.size());
        for (int i = 0; i < services.size(); i++) {
            granted.add(of(services.get(i)));
        }
        return granted;
    }

    private static GrantedService of(ServiceContent service) {
        EncodedName channel = null;
        EncodedName user = null;
        List<Field> fields = service.type().fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field == Field.CHANNEL || field == Field.ROOM_UUID) {
                channel = plain(service.values().get(i));
            } else if (field == Field.USER || field == Field.USER_ID || field == Field.USER_UUID) {
                user = plain(service.values().get(i));
            }
        }
        List<PermissionEntry> permissions =
                service.value(Field.PERMISSIONS).orElse(null) instanceof FieldValue.Permissions given
                        ? given.entries()
                        : List.of();
        return new GrantedService(service.type(), channel, user, service.privileges(), permissions);
    }

    private static EncodedName plain(FieldValue value) {
        return new Plain(((FieldValue.Text) value).value());
    }

    /** Format 006 marks Signaling by a special privilege, and has its user in place of the channel. */
    private static List<GrantedService> of(TokenContent.V006 token) {
        EncodedName channel = new Checksum(token.channelCrc32());
        List<PrivilegeEntry> ofChannel = new ArrayList<>(token.privileges().size());
        PrivilegeEntry login = null;
        for (PrivilegeEntry privilege : token.privileges()) {
            if (privilege.id() != TokenContent.V006.RTM_LOGIN) {
                ofChannel.add(privilege);
            } else if (login == null) {
                login = privilege;
            }
        }
        List<GrantedService> granted = new ArrayList<>(2);
        if (login == null || !ofChannel.isEmpty()) {
            granted.add(new GrantedService(
                    ServiceType.RTC, channel, new Checksum(token.userCrc32()), List.copyOf(ofChannel), List.of()));
        }
        if (login != null) {
            List<PrivilegeEntry> logins = List.of(new PrivilegeEntry(1, login.expiry()));
            granted.add(new GrantedService(ServiceType.RTM, null, channel, logins, List.of()));
        }
        return granted;
    }

    /** Returns the channel of a service that has one. */
    public EncodedName requireChannel() {
        return Objects.requireNonNull(channel);
    }

    /** Returns the user of a service that has one. */
    public EncodedName requireUser() {
        return Objects.requireNonNull(user);
    }

    /** Returns whether its user joins a channel, as a uid, an account or any user. */
    public boolean isInChannel() {
        return type == ServiceType.RTC || type == ServiceType.STREAMING || type == ServiceType.FCDN;
    }

    /** Returns whether a privilege is granted. */
    public boolean grants(Privilege privilege) {
        return expiryOf(privilege.id()) != null;
    }

    /** Returns the expiry of a privilege, the first if it is repeated; null if it is not granted. */
    public @Nullable PrivilegeExpiry expiryOf(int privilege) {
        for (int i = 0; i < privileges.size(); i++) {
            if (privileges.get(i).id() == privilege) {
                return privileges.get(i).expiry();
            }
        }
        return null;
    }

    public String label(int privilege) {
        return type.privilege(privilege)
                .map(Privilege::label)
                .or(() -> type == ServiceType.RTC ? RetiredPrivilege.labelOf(privilege) : Optional.empty())
                .orElse("privilege " + privilege);
    }
}
