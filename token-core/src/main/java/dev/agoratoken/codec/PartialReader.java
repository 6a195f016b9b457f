package dev.agoratoken.codec;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UnreadableTokenException;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.PartialContent;
import dev.agoratoken.token.service.PartialContent.PartialService;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reader of the beginning of a token that ends too early. Stops at the first field that is incomplete. */
final class PartialReader {
    private static final int PREFIX = 3;

    private final TokenFormat format;
    private Optional<AppId> appId = Optional.empty();
    private Optional<Instant> issuedAt = Optional.empty();
    private Optional<Instant> expiresAt = Optional.empty();
    private Optional<Long> channelCrc32 = Optional.empty();
    private Optional<Long> userCrc32 = Optional.empty();
    private final List<PartialService> services = new ArrayList<>();

    private PartialReader(TokenFormat format) {
        this.format = format;
    }

    /** Returns what can be read; empty if not even the App ID can. */
    static Optional<PartialContent> read(String text) {
        PartialReader reader =
                new PartialReader(text.startsWith(TokenFormat.V006.prefix()) ? TokenFormat.V006 : TokenFormat.V007);
        try {
            if (reader.format == TokenFormat.V006) {
                reader.read006(text);
            } else {
                reader.read007(text);
            }
        } catch (UnreadableTokenException e) {
            // The end of what can be read.
        }
        return reader.appId.map(reader::content);
    }

    private PartialContent content(AppId id) {
        return new PartialContent(format, id, issuedAt, expiresAt, channelCrc32, userCrc32, services);
    }

    private void read006(String text) {
        int start = SpacedAppId.end(text, PREFIX);
        appId = Optional.of(SpacedAppId.read(text.substring(PREFIX, start), new ArrayList<>()));
        ByteReader in = new ByteReader(bytes(text, start));
        in.bytesOfLength(HmacSha256.LENGTH, "signature");
        channelCrc32 = Optional.of(in.u32("checksum of the channel"));
        userCrc32 = Optional.of(in.u32("checksum of the user"));
        in.u16("length of the message");
        in.u32("salt");
        expiresAt = Optional.of(Instant.ofEpochSecond(in.u32("expiry of the token")));
    }

    private void read007(String text) {
        ByteReader in = new ByteReader(ZlibStream.beginning(bytes(text, PREFIX)));
        in.bytesOfLength(HmacSha256.LENGTH, "signature");
        appId = Optional.of(SpacedAppId.read(Format007.signedAppId(in), new ArrayList<>()));
        Instant issue = Instant.ofEpochSecond(in.u32("time of issue"));
        issuedAt = Optional.of(issue);
        expiresAt = Optional.of(issue.plusSeconds(in.u32("lifetime")));
        in.u32("salt");
        int count = in.count("number of services");
        for (int i = 0; i < count; i++) {
            Optional<ServiceType> type = ServiceType.withId(in.u16("type of a service"));
            if (type.isEmpty()) {
                return;
            }
            readService(in, type.get());
        }
    }

    private void readService(ByteReader in, ServiceType type) {
        Map<Field, String> names = new EnumMap<>(Field.class);
        try {
            PrivilegeCodec.read(in, type::label, seconds -> PrivilegeExpiry.UNSET, new ArrayList<>());
            for (Field field : type.fields()) {
                switch (field) {
                    case CHANNEL, USER, USER_ID, ROOM_UUID, USER_UUID -> names.put(field, in.text("name"));
                    case ROOM_ROLE, PERMISSIONS -> ServiceCodec.read(in, field, new ArrayList<>());
                }
            }
        } finally {
            services.add(new PartialService(type, names));
        }
    }

    private static byte[] bytes(String text, int start) {
        return Base64Text.decodeDigits(text.substring(start, Base64Text.endOfDigits(text, start)));
    }
}
