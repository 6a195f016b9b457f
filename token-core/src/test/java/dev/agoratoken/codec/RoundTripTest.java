package dev.agoratoken.codec;

import static dev.agoratoken.codec.ContentFixture.APP_ID;
import static dev.agoratoken.codec.ContentFixture.CERTIFICATE;
import static dev.agoratoken.codec.ContentFixture.content;
import static dev.agoratoken.codec.ContentFixture.privilege;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.FieldValue.PermissionEntry;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.token.service.Stt;
import dev.agoratoken.token.service.TokenContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final int TOKENS = 2_000;
    private static final String[] LETTERS = {"a", "Z", "0", " ", "*", "é", "频", "🎧", "\u0000", "\""};

    private final Random random = new Random(20_200_811);

    static Stream<Service> strictServices() {
        ApaasUuid room = ApaasUuid.of("room");
        ApaasUuid user = ApaasUuid.of("user");
        RtmUserId rtmUser = RtmUserId.of("1234");
        return Stream.of(
                Rtc.publisher(ChannelName.of("testing"), UserId.of(UserId.MAX_VALUE)),
                Rtc.subscriber(ChannelName.of("testing"), UserAccount.of("alice")),
                Rtc.subscriber(ChannelName.of("testing"), AnyUser.ANY_USER),
                new Streaming(
                        ChannelName.of("testing"),
                        UserAccount.of("alice"),
                        GrantedPrivileges.of(EnumSet.allOf(Streaming.Privilege.class), PrivilegeExpiry.WITH_TOKEN)),
                new Fcdn(
                        ChannelName.of("testing"),
                        UserId.of(1),
                        GrantedPrivileges.of(EnumSet.allOf(Fcdn.Privilege.class), PrivilegeExpiry.WITH_TOKEN)),
                new Fpa(GrantedPrivileges.of(EnumSet.allOf(Fpa.Privilege.class), PrivilegeExpiry.WITH_TOKEN)),
                new ConvoAi(),
                new Stt(),
                Rtm.login(rtmUser),
                Chat.user(ChatUserId.of("alice")),
                Chat.app(),
                Apaas.roomUser(room, user, RoomRole.of(0)),
                Apaas.roomUser(room, user, RoomRole.of(32_767)),
                Apaas.user(user),
                Apaas.app(),
                Rtm2.login(rtmUser, Permissions.NONE),
                Rtm2.login(
                        rtmUser,
                        Permissions.NONE
                                .with(ResourceType.USERS, AccessType.WRITE, List.of(ResourceName.matching("u*")))
                                .with(
                                        ResourceType.MESSAGE_CHANNELS,
                                        AccessType.WRITE,
                                        List.of(ResourceName.of("z"), ResourceName.of("a")))
                                .with(ResourceType.MESSAGE_CHANNELS, AccessType.READ, List.of())));
    }

    @ParameterizedTest
    @MethodSource("strictServices")
    void readsStrictServicesAsTheyWereWritten(Service service) {
        DecodedToken decodedToken = TokenCodec.read(ContentFixture.write(service.content()));

        assertThat(decodedToken.irregularities()).isEmpty();
        assertThat(decodedToken.content()).isEqualTo(content(endingIn600Seconds(service.content())));
    }

    @Test
    void readsAnyContentOf007AsItWasWritten() {
        Set<ServiceType> met = EnumSet.noneOf(ServiceType.class);
        boolean repeated = false;
        for (int i = 0; i < TOKENS; i++) {
            TokenContent.V007 content = content007();
            List<ServiceType> types =
                    content.services().stream().map(ServiceContent::type).toList();
            met.addAll(types);
            repeated |= Set.copyOf(types).size() < types.size();

            DecodedToken decodedToken =
                    TokenCodec.read(TokenCodec.write(content, CERTIFICATE).reveal());

            assertThat(decodedToken.content()).isEqualTo(content);
            assertThat(decodedToken.irregularities()).isEmpty();
            assertThat(decodedToken.isSignedBy(CERTIFICATE)).isTrue();
        }
        assertThat(met).containsExactly(ServiceType.values());
        assertThat(repeated).isTrue();
    }

    @Test
    void readsAnyContentOf006AsItWasWritten() {
        for (int i = 0; i < TOKENS; i++) {
            Format006Payload payload = new Format006Payload(
                    APP_ID,
                    Salt.of(u32()),
                    Instant.ofEpochSecond(u32()),
                    text(),
                    text(),
                    privileges(seconds -> new PrivilegeExpiry.At(Instant.ofEpochSecond(seconds))));

            DecodedToken decodedToken =
                    TokenCodec.read(TokenCodec.write(payload, CERTIFICATE).reveal());

            assertThat(decodedToken.content())
                    .isEqualTo(new TokenContent.V006(
                            payload.appId(),
                            payload.salt(),
                            payload.expiresAt(),
                            crc32(payload.channel()),
                            crc32(payload.user()),
                            payload.privileges()));
            assertThat(decodedToken.irregularities()).isEmpty();
            assertThat(decodedToken.isSignedBy(CERTIFICATE, payload.channel(), payload.user()))
                    .isTrue();
        }
    }

    private static ServiceContent endingIn600Seconds(ServiceContent service) {
        List<PrivilegeEntry> privileges = service.privileges().stream()
                .map(entry -> privilege(entry.id(), 600))
                .toList();
        return new ServiceContent(service.type(), privileges, service.values());
    }

    private TokenContent.V007 content007() {
        Instant issuedAt = Instant.ofEpochSecond(u32());
        List<ServiceContent> services = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            services.add(service(ServiceType.values()[random.nextInt(ServiceType.values().length)]));
        }
        services.sort(Comparator.comparing(ServiceContent::type));
        return new TokenContent.V007(
                APP_ID, Salt.of(u32()), issuedAt, issuedAt.plusSeconds(u32()), services, Optional.empty());
    }

    private ServiceContent service(ServiceType type) {
        return new ServiceContent(
                type,
                privileges(seconds -> new PrivilegeExpiry.After(Duration.ofSeconds(seconds))),
                type.fields().stream().map(this::value).toList());
    }

    private FieldValue value(Field field) {
        return switch (field) {
            case CHANNEL, USER, USER_ID, ROOM_UUID, USER_UUID -> new FieldValue.Text(text());
            case ROOM_ROLE -> new FieldValue.Number((short) random.nextInt());
            case PERMISSIONS -> permissions();
        };
    }

    private FieldValue.Permissions permissions() {
        List<PermissionEntry> entries = new ArrayList<>();
        for (int resource : ids()) {
            for (int permission : ids()) {
                entries.add(new PermissionEntry(
                        resource,
                        permission,
                        Stream.generate(this::text).limit(random.nextInt(4)).toList()));
            }
        }
        return new FieldValue.Permissions(entries);
    }

    private List<PrivilegeEntry> privileges(LongFunction<PrivilegeExpiry> end) {
        return ids().stream()
                .map(id -> new PrivilegeEntry(
                        id, random.nextInt(5) == 0 ? PrivilegeExpiry.UNSET : end.apply(1 + u32() / 2)))
                .toList();
    }

    /** Returns up to four different 16-bit numbers in ascending order. */
    private Set<Integer> ids() {
        Set<Integer> ids = new TreeSet<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            ids.add(random.nextBoolean() ? random.nextInt(8) : random.nextInt(65_536));
        }
        return ids;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(20);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private long u32() {
        return Integer.toUnsignedLong(random.nextInt());
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
