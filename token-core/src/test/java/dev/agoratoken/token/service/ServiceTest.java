package dev.agoratoken.token.service;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static dev.agoratoken.token.service.PrivilegeExpiry.UNSET;
import static dev.agoratoken.token.service.PrivilegeExpiry.WITH_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each service puts into a token (docs/reference/token-format.md#services and #official-builders). */
class ServiceTest {
    private static final ChannelName CHANNEL = ChannelName.of("testing");
    private static final UserId USER = UserId.of(1234);
    private static final RtmUserId RTM_USER = RtmUserId.of("ann");
    private static final ApaasUuid ROOM = ApaasUuid.of("room");
    private static final ApaasUuid PUPIL = ApaasUuid.of("pupil");

    static Stream<Arguments> contents() {
        PrivilegeExpiry tenMinutes = PrivilegeExpiry.after(Lifetime.ofSeconds(600));
        return Stream.of(
                Arguments.of(
                        Rtc.publisher(CHANNEL, USER),
                        ServiceType.RTC,
                        ends(WITH_TOKEN, 1, 2, 3, 4),
                        texts("testing", "1234")),
                Arguments.of(
                        Rtc.subscriber(CHANNEL, AnyUser.ANY_USER),
                        ServiceType.RTC,
                        ends(WITH_TOKEN, 1),
                        texts("testing", "")),
                Arguments.of(
                        Rtc.withRole(Role.PUBLISHER, ChannelPattern.of("class-*"), UserPattern.of("*")),
                        ServiceType.RTC,
                        ends(WITH_TOKEN, 1, 2, 3, 4),
                        texts("class-*", "*")),
                Arguments.of(
                        Rtc.withRole(Role.SUBSCRIBER, CHANNEL, UserAccount.of("0")),
                        ServiceType.RTC,
                        ends(WITH_TOKEN, 1),
                        texts("testing", "0")),
                Arguments.of(
                        Rtc.withRole(Role.PUBLISHER, CHANNEL, USER, tenMinutes),
                        ServiceType.RTC,
                        ends(tenMinutes, 1, 2, 3, 4),
                        texts("testing", "1234")),
                Arguments.of(
                        Rtc.withRole(Role.SUBSCRIBER, CHANNEL, USER, tenMinutes),
                        ServiceType.RTC,
                        ends(tenMinutes, 1),
                        texts("testing", "1234")),
                Arguments.of(Rtm.login(RTM_USER), ServiceType.RTM, ends(WITH_TOKEN, 1), texts("ann")),
                Arguments.of(Rtm.login(RTM_USER, tenMinutes), ServiceType.RTM, ends(tenMinutes, 1), texts("ann")),
                Arguments.of(
                        new Streaming(
                                CHANNEL,
                                USER,
                                GrantedPrivileges.of(EnumSet.allOf(Streaming.Privilege.class), WITH_TOKEN)),
                        ServiceType.STREAMING,
                        ends(WITH_TOKEN, 1, 2),
                        texts("testing", "1234")),
                Arguments.of(Fpa.login(), ServiceType.FPA, ends(UNSET, 1), List.of()),
                Arguments.of(Chat.user(ChatUserId.of("ann")), ServiceType.CHAT, ends(WITH_TOKEN, 1), texts("ann")),
                Arguments.of(Chat.app(), ServiceType.CHAT, ends(WITH_TOKEN, 2), texts("")),
                Arguments.of(
                        new Fcdn(CHANNEL, USER, GrantedPrivileges.of(EnumSet.allOf(Fcdn.Privilege.class), WITH_TOKEN)),
                        ServiceType.FCDN,
                        ends(WITH_TOKEN, 1, 2),
                        texts("testing", "1234")),
                Arguments.of(
                        Apaas.roomUser(ROOM, PUPIL, RoomRole.of(2)),
                        ServiceType.APAAS,
                        ends(WITH_TOKEN, 1),
                        apaas("room", "pupil", 2)),
                Arguments.of(Apaas.user(PUPIL), ServiceType.APAAS, ends(WITH_TOKEN, 2), apaas("", "pupil", -1)),
                Arguments.of(Apaas.app(), ServiceType.APAAS, ends(WITH_TOKEN, 3), apaas("", "", -1)),
                Arguments.of(
                        Rtm2.login(
                                RTM_USER,
                                Permissions.NONE.with(
                                        ResourceType.USERS, AccessType.READ, List.of(ResourceName.matching("*")))),
                        ServiceType.RTM2,
                        ends(WITH_TOKEN, 1),
                        List.of(
                                new FieldValue.Text("ann"),
                                new FieldValue.Permissions(
                                        List.of(new FieldValue.PermissionEntry(4, 0, List.of("*")))))),
                Arguments.of(new ConvoAi(), ServiceType.CONVO_AI, List.of(), List.of()),
                Arguments.of(new Stt(), ServiceType.STT, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void standsInATokenAsTheReferenceSays(
            Service service, ServiceType type, List<PrivilegeEntry> privileges, List<FieldValue> values) {
        assertThat(service.content()).isEqualTo(new ServiceContent(type, privileges, values));
        assertThat(service.type()).isEqualTo(type);
    }

    @Test
    void coversEveryServiceThereIs() {
        assertThat(contents().map(arguments -> arguments.get()[1])).contains((Object[]) ServiceType.values());
    }

    @Test
    void refusesAChatUserWithoutAName() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new Chat(
                        Optional.empty(), GrantedPrivileges.of(EnumSet.allOf(Chat.Privilege.class), WITH_TOKEN)))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("Chat user without a name", e.getMessage()));
    }

    @Test
    void refusesAClassroomUserWithoutAName() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> apaas(Optional.of(ROOM), Optional.empty(), Apaas.Privilege.USER))
                .returns("userUuid", InvalidValueException::field)
                .satisfies(e -> verify("classroom user without a name", e.getMessage()));
    }

    @Test
    void refusesARoomUserWithoutRoomUserOrRole() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> apaas(Optional.of(ROOM), Optional.empty(), Apaas.Privilege.ROOM_USER))
                .returns("userUuid", InvalidValueException::field)
                .satisfies(e -> verify("room user without a name", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> apaas(Optional.empty(), Optional.of(PUPIL), Apaas.Privilege.ROOM_USER))
                .returns("roomUuid", InvalidValueException::field)
                .satisfies(e -> verify("room user without a room", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> apaas(Optional.of(ROOM), Optional.of(PUPIL), Apaas.Privilege.ROOM_USER))
                .returns("role", InvalidValueException::field)
                .satisfies(e -> verify("room user without a role", e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", " pupil"})
    void refusesAClassroomUserThatIsNoSignalingUser(String name) {
        assertThat(ApaasUuid.of(name).value()).as("a room may have it").isEqualTo(name);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ApaasUuid.ofUser(name))
                .returns("userUuid", InvalidValueException::field);
    }

    @Test
    void takesAClassroomUserWhoIsNamed() {
        assertThat(apaas(Optional.empty(), Optional.of(PUPIL), Apaas.Privilege.USER))
                .isEqualTo(Apaas.user(PUPIL));
    }

    private static Apaas apaas(Optional<ApaasUuid> room, Optional<ApaasUuid> user, Apaas.Privilege privilege) {
        return new Apaas(room, user, Optional.empty(), GrantedPrivileges.of(Map.of(privilege, WITH_TOKEN)));
    }

    private static List<PrivilegeEntry> ends(PrivilegeExpiry expiry, int... ids) {
        return IntStream.of(ids).mapToObj(id -> new PrivilegeEntry(id, expiry)).toList();
    }

    private static List<FieldValue> texts(String... texts) {
        return Stream.of(texts).<FieldValue>map(FieldValue.Text::new).toList();
    }

    private static List<FieldValue> apaas(String room, String user, int role) {
        return List.of(new FieldValue.Text(room), new FieldValue.Text(user), new FieldValue.Number(role));
    }
}
