package dev.agoratoken.document;

import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.PartialContent.PartialService;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a token that ends too early, with times in RFC 3339 UTC. What was cut off is absent.
 *
 * @param channelCrc32 the checksum of the channel in format 006, as 8 hexadecimal digits
 * @param userCrc32 the checksum of the user in format 006
 */
public record PartialDocument(
        String format,
        String appId,
        @Nullable String issuedAt,
        @Nullable String expiresAt,
        @Nullable String channelCrc32,
        @Nullable String userCrc32,
        @Nullable List<PartialServiceDocument> services) {
    static PartialDocument from(PartialContent content) {
        return new PartialDocument(
                content.format().prefix(),
                content.appId().value(),
                content.issuedAt().map(Instant::toString).orElse(null),
                content.expiresAt().map(Instant::toString).orElse(null),
                content.channelCrc32().map(PartialDocument::hex).orElse(null),
                content.userCrc32().map(PartialDocument::hex).orElse(null),
                content.services().isEmpty()
                        ? null
                        : content.services().stream()
                                .map(PartialServiceDocument::from)
                                .toList());
    }

    private static String hex(long crc32) {
        return String.format(Locale.ROOT, "%08x", crc32);
    }

    /** A service and its names; a user is the text in the token, empty for any user. */
    public record PartialServiceDocument(
            String type,
            @Nullable String channel,
            @Nullable String user,
            @Nullable String userId,
            @Nullable String roomUuid,
            @Nullable String userUuid) {
        private static PartialServiceDocument from(PartialService service) {
            return new PartialServiceDocument(
                    service.type().label(),
                    service.names().get(Field.CHANNEL),
                    service.names().get(Field.USER),
                    service.names().get(Field.USER_ID),
                    service.names().get(Field.ROOM_UUID),
                    service.names().get(Field.USER_UUID));
        }
    }
}
