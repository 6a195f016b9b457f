package dev.agoratoken.document;

import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.ChannelService;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.RetiredPrivilege;
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
import org.jspecify.annotations.Nullable;

/**
 * A service in a token. Fields that do not apply to its type are absent.
 *
 * @param id the number of a service of the type {@code unknown}
 * @param channelCrc32 in format 006, in place of the channel or, for Signaling, the user id: 8 hexadecimal digits
 * @param userCrc32 in format 006, in place of the user of the channel: 8 hexadecimal digits
 */
public record ServiceDocument(
        String type,
        @Nullable Integer id,
        @Nullable String channel,
        @Nullable UserDocument user,
        @Nullable String userId,
        @Nullable String roomUuid,
        @Nullable String userUuid,
        @Nullable Integer role,
        @Nullable Map<String, Map<String, List<String>>> permissions,
        @Nullable String channelCrc32,
        @Nullable String userCrc32,
        @Nullable List<PrivilegeDocument> privileges) {
    /** A requested service, in a token with those times. */
    public static ServiceDocument from(Service service, Instant issuedAt, Instant expiresAt) {
        return from(service, (entry, name) -> PrivilegeDocument.from(entry, name, issuedAt, expiresAt));
    }

    /** A requested service, whether or not a token was issued. */
    static ServiceDocument requested(Service service) {
        return from(service, (entry, name) -> new PrivilegeDocument(name, entry.id(), null));
    }

    private static ServiceDocument from(
            Service service, BiFunction<PrivilegeEntry, String, PrivilegeDocument> privileges) {
        Builder builder = new Builder(service.content(), privileges);
        if (service instanceof ChannelService inChannel) {
            builder.user = UserDocument.from(inChannel.user());
        }
        return builder.build();
    }

    /** A service of a decoded token with those times. */
    public static ServiceDocument from(ServiceContent service, Instant issuedAt, Instant expiresAt) {
        Builder builder =
                new Builder(service, (entry, name) -> PrivilegeDocument.from(entry, name, issuedAt, expiresAt));
        builder.user = service.text(Field.USER).map(UserDocument::fromText).orElse(null);
        return builder.build();
    }

    /** The services of a token of format 006: what the privileges are for, each with the checksums of both names. */
    static List<ServiceDocument> from(TokenContent.V006 token) {
        List<PrivilegeEntry> ofChannel = new ArrayList<>();
        List<PrivilegeEntry> ofSignaling = new ArrayList<>();
        for (PrivilegeEntry entry : token.privileges()) {
            (entry.id() == TokenContent.V006.RTM_LOGIN ? ofSignaling : ofChannel).add(entry);
        }
        List<ServiceDocument> services = new ArrayList<>(2);
        if (!ofChannel.isEmpty() || ofSignaling.isEmpty()) {
            services.add(from(token, ServiceType.RTC, ofChannel));
        }
        if (!ofSignaling.isEmpty()) {
            services.add(from(token, ServiceType.RTM, ofSignaling));
        }
        return services;
    }

    private static ServiceDocument from(TokenContent.V006 token, ServiceType type, List<PrivilegeEntry> privileges) {
        Builder builder = new Builder(type.label());
        builder.channelCrc32 = crc32(token.channelCrc32());
        builder.userCrc32 = crc32(token.userCrc32());
        builder.privileges = privileges.stream()
                .map(entry -> PrivilegeDocument.from(
                        entry,
                        type == ServiceType.RTM
                                ? Rtm.Privilege.LOGIN.label()
                                : RetiredPrivilege.labelOf(entry.id()).orElse(name(type, entry)),
                        token.expiresAt(),
                        token.expiresAt()))
                .toList();
        return builder.build();
    }

    /** A service of an unknown type. */
    static ServiceDocument unknown(int id) {
        Builder builder = new Builder("unknown");
        builder.id = id;
        return builder.build();
    }

    private static String crc32(long value) {
        return HexFormat.of().toHexDigits(value, 8);
    }

    private static @Nullable String name(ServiceType type, PrivilegeEntry entry) {
        return type.privilege(entry.id()).map(Privilege::label).orElse(null);
    }

    /** The names by resource type and access type. A pair that occurs twice in a token gets the names of both. */
    private static Map<String, Map<String, List<String>>> byName(FieldValue.Permissions permissions) {
        Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
        for (FieldValue.PermissionEntry entry : permissions.entries()) {
            byName.computeIfAbsent(ResourceType.labelOf(entry.resourceType()), resource -> new LinkedHashMap<>())
                    .computeIfAbsent(AccessType.labelOf(entry.permissionType()), access -> new ArrayList<>())
                    .addAll(entry.names());
        }
        return byName;
    }

    /** Collects the components by name; those that are not set are absent. */
    private static final class Builder {
        private final String type;
        private @Nullable Integer id;
        private @Nullable String channel;
        private @Nullable UserDocument user;
        private @Nullable String userId;
        private @Nullable String roomUuid;
        private @Nullable String userUuid;
        private @Nullable Integer role;
        private @Nullable Map<String, Map<String, List<String>>> permissions;
        private @Nullable String channelCrc32;
        private @Nullable String userCrc32;
        private @Nullable List<PrivilegeDocument> privileges;

        private Builder(String type) {
            this.type = type;
        }

        private Builder(ServiceContent service, BiFunction<PrivilegeEntry, String, PrivilegeDocument> document) {
            this(service.type().label());
            channel = service.text(Field.CHANNEL).orElse(null);
            userId = service.text(Field.USER_ID).orElse(null);
            roomUuid = service.text(Field.ROOM_UUID).orElse(null);
            userUuid = service.text(Field.USER_UUID).orElse(null);
            role = service.value(Field.ROOM_ROLE).orElse(null) instanceof FieldValue.Number number
                    ? number.value()
                    : null;
            permissions = service.value(Field.PERMISSIONS).orElse(null) instanceof FieldValue.Permissions listed
                    ? byName(listed)
                    : null;
            privileges = service.privileges().stream()
                    .map(entry -> document.apply(entry, name(service.type(), entry)))
                    .toList();
        }

        private ServiceDocument build() {
            return new ServiceDocument(
                    type,
                    id,
                    channel,
                    user,
                    userId,
                    roomUuid,
                    userUuid,
                    role,
                    permissions,
                    channelCrc32,
                    userCrc32,
                    privileges);
        }
    }
}
