package dev.agoratoken.wire;

import dev.agoratoken.token.Access;
import dev.agoratoken.token.ChannelService;
import dev.agoratoken.token.Field;
import dev.agoratoken.token.FieldValue;
import dev.agoratoken.token.Privilege;
import dev.agoratoken.token.Resource;
import dev.agoratoken.token.Service;
import dev.agoratoken.token.ServiceContent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service in a token. What does not apply to its type is absent. */
public record ServiceDocument(
        String type,
        String channel,
        UserDocument user,
        String userId,
        String roomUuid,
        String userUuid,
        Integer role,
        Map<String, Map<String, List<String>>> permissions,
        List<PrivilegeDocument> privileges) {
    /** A service that was asked for, in a token of those times. */
    public static ServiceDocument from(Service service, Instant issuedAt, Instant expiresAt) {
        UserDocument user = service instanceof ChannelService inChannel ? UserDocument.from(inChannel.user()) : null;
        return from(service.content(), user, issuedAt, expiresAt);
    }

    /** A service that was read from a token of those times. */
    public static ServiceDocument from(ServiceContent service, Instant issuedAt, Instant expiresAt) {
        UserDocument user = service.text(Field.USER).map(UserDocument::fromText).orElse(null);
        return from(service, user, issuedAt, expiresAt);
    }

    private static ServiceDocument from(
            ServiceContent service, UserDocument user, Instant issuedAt, Instant expiresAt) {
        return new ServiceDocument(
                service.type().label(),
                service.text(Field.CHANNEL).orElse(null),
                user,
                service.text(Field.USER_ID).orElse(null),
                service.text(Field.ROOM_UUID).orElse(null),
                service.text(Field.USER_UUID).orElse(null),
                service.value(Field.ROOM_ROLE) instanceof FieldValue.Number number ? number.value() : null,
                service.value(Field.PERMISSIONS) instanceof FieldValue.Permissions given ? byName(given) : null,
                service.privileges().stream()
                        .map(entry -> PrivilegeDocument.from(
                                entry,
                                service.type()
                                        .privilege(entry.id())
                                        .map(Privilege::label)
                                        .orElse(null),
                                issuedAt,
                                expiresAt))
                        .toList());
    }

    private static Map<String, Map<String, List<String>>> byName(FieldValue.Permissions permissions) {
        Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
        for (FieldValue.PermissionEntry entry : permissions.entries()) {
            byName.computeIfAbsent(Resource.labelOf(entry.resourceType()), resource -> new LinkedHashMap<>())
                    .put(Access.labelOf(entry.permissionType()), entry.names());
        }
        return byName;
    }
}
