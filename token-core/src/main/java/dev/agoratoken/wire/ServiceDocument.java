package dev.agoratoken.wire;

import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.ChannelService;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A service in a token. What does not apply to its type is absent.
 *
 * @param id the number of a service of the type {@code unknown}
 * @param channelCrc32 in format 006, instead of the channel or, for Signaling, the user id: 8 hexadecimal digits
 * @param userCrc32 in format 006, instead of the user of the channel
 */
public record ServiceDocument(
        String type,
        Integer id,
        String channel,
        UserDocument user,
        String userId,
        String roomUuid,
        String userUuid,
        Integer role,
        Map<String, Map<String, List<String>>> permissions,
        String channelCrc32,
        String userCrc32,
        List<PrivilegeDocument> privileges) {
    /** A service that was asked for, in a token of those times. */
    public static ServiceDocument from(Service service, Instant issuedAt, Instant expiresAt) {
        return from(service, (entry, name) -> PrivilegeDocument.from(entry, name, issuedAt, expiresAt));
    }

    /** A service that was asked for, whatever became of it. */
    static ServiceDocument asked(Service service) {
        return from(service, (entry, name) -> new PrivilegeDocument(name, entry.id(), null));
    }

    private static ServiceDocument from(
            Service service, BiFunction<PrivilegeEntry, String, PrivilegeDocument> privileges) {
        UserDocument user = service instanceof ChannelService inChannel ? UserDocument.from(inChannel.user()) : null;
        return from(service.content(), user, privileges);
    }

    /** A service that was read from a token of those times. */
    public static ServiceDocument from(ServiceContent service, Instant issuedAt, Instant expiresAt) {
        UserDocument user = service.text(Field.USER).map(UserDocument::fromText).orElse(null);
        return from(service, user, (entry, name) -> PrivilegeDocument.from(entry, name, issuedAt, expiresAt));
    }

    /** What a token of format 006 is for. */
    static ServiceDocument from(TokenContent.V006 token) {
        boolean signaling = token.privileges().stream().anyMatch(entry -> entry.id() == TokenContent.V006.RTM_LOGIN);
        ServiceType type = signaling ? ServiceType.RTM : ServiceType.RTC;
        List<PrivilegeDocument> privileges = token.privileges().stream()
                .map(entry -> PrivilegeDocument.from(
                        entry,
                        entry.id() == TokenContent.V006.RTM_LOGIN ? Rtm.Privilege.LOGIN.label() : name(type, entry),
                        token.expiresAt(),
                        token.expiresAt()))
                .toList();
        return new ServiceDocument(
                type.label(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                crc32(token.channelCrc32()),
                crc32(token.userCrc32()),
                privileges);
    }

    /** A service of a type that is not known. */
    static ServiceDocument unknown(int id) {
        return new ServiceDocument("unknown", id, null, null, null, null, null, null, null, null, null, null);
    }

    private static String crc32(long value) {
        return HexFormat.of().toHexDigits(value, 8);
    }

    private static String name(ServiceType type, PrivilegeEntry entry) {
        return type.privilege(entry.id()).map(Privilege::label).orElse(null);
    }

    private static ServiceDocument from(
            ServiceContent service,
            UserDocument user,
            BiFunction<PrivilegeEntry, String, PrivilegeDocument> privileges) {
        return new ServiceDocument(
                service.type().label(),
                null,
                service.text(Field.CHANNEL).orElse(null),
                user,
                service.text(Field.USER_ID).orElse(null),
                service.text(Field.ROOM_UUID).orElse(null),
                service.text(Field.USER_UUID).orElse(null),
                service.value(Field.ROOM_ROLE) instanceof FieldValue.Number number ? number.value() : null,
                service.value(Field.PERMISSIONS) instanceof FieldValue.Permissions given ? byName(given) : null,
                null,
                null,
                service.privileges().stream()
                        .map(entry -> privileges.apply(entry, name(service.type(), entry)))
                        .toList());
    }

    /** A permission that stands twice in a token is shown with the names of both. */
    private static Map<String, Map<String, List<String>>> byName(FieldValue.Permissions permissions) {
        Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
        for (FieldValue.PermissionEntry entry : permissions.entries()) {
            byName.computeIfAbsent(ResourceType.labelOf(entry.resourceType()), resource -> new LinkedHashMap<>())
                    .computeIfAbsent(AccessType.labelOf(entry.permissionType()), access -> new ArrayList<>())
                    .addAll(entry.names());
        }
        return byName;
    }
}
