package dev.agoratoken.document;

import static dev.agoratoken.document.RequestFixture.object;
import static dev.agoratoken.document.RequestFixture.request;
import static dev.agoratoken.document.RequestFixture.rtc;
import static dev.agoratoken.document.RequestFixture.service;
import static dev.agoratoken.token.service.PrivilegeExpiry.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.token.service.Stt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceReaderTest {
    private static final ChannelName TESTING = ChannelName.of("testing");
    private static final RtmUserId ALICE = RtmUserId.of("alice");
    private static final ApaasUuid ROOM = ApaasUuid.of("room");
    private static final ApaasUuid USER = ApaasUuid.of("user");

    @Test
    void readsEachWayOfNamingTheUserOfAChannel() {
        assertThat(service("type", "rtc", "channel", "testing", "uid", 1234, "role", "publisher"))
                .isEqualTo(Rtc.publisher(TESTING, UserId.of(1234)));
        assertThat(service("type", "rtc", "channel", "testing", "uid", 4294967295L, "role", "audience"))
                .isEqualTo(Rtc.subscriber(TESTING, UserId.of(UserId.MAX_VALUE)));
        assertThat(service("type", "rtc", "channel", "testing", "account", "1234", "role", "host"))
                .isEqualTo(Rtc.publisher(TESTING, UserAccount.of("1234")));
        assertThat(service("type", "rtc", "channel", "testing", "anyUser", true, "role", "HOST"))
                .isEqualTo(Rtc.publisher(TESTING, AnyUser.ANY_USER));
    }

    @Test
    void takesWhatIsNullOrFalseForLeftOut() {
        assertThat(service("type", "rtc", "channel", "testing", "uid", 1, "account", null, "anyUser", false))
                .isEqualTo(Rtc.subscriber(TESTING, UserId.of(1)));
    }

    @Test
    void makesASubscriberOfWhoSaysNeitherRoleNorPrivileges() {
        assertThat(service("type", "rtc", "channel", "testing", "uid", 1))
                .isEqualTo(Rtc.subscriber(TESTING, UserId.of(1)));
    }

    @Test
    void givesExactlyThePrivilegesThatAreNamed() {
        assertThat(service(
                        "type",
                        "rtc",
                        "channel",
                        "testing",
                        "uid",
                        1,
                        "privileges",
                        object("publishAudioStream", 600, "joinChannel", 3600)))
                .isEqualTo(new Rtc(
                        TESTING,
                        UserId.of(1),
                        GrantedPrivileges.of(Map.of(
                                Rtc.Privilege.JOIN_CHANNEL, after(Lifetime.ofSeconds(3600)),
                                Rtc.Privilege.PUBLISH_AUDIO_STREAM, after(Lifetime.ofSeconds(600))))));
    }

    @Test
    void readsTheOtherServicesOfAChannel() {
        assertThat(service(
                        "type",
                        "streaming",
                        "channel",
                        "testing",
                        "uid",
                        1,
                        "privileges",
                        object("publishRawStream", 60)))
                .isEqualTo(new Streaming(
                        TESTING,
                        UserId.of(1),
                        GrantedPrivileges.of(
                                Map.of(Streaming.Privilege.PUBLISH_RAW_STREAM, after(Lifetime.ofSeconds(60))))));
        assertThat(service("type", "fcdn", "channel", "testing", "anyUser", true, "privileges", object("play", 60)))
                .isEqualTo(new Fcdn(
                        TESTING,
                        AnyUser.ANY_USER,
                        GrantedPrivileges.of(Map.of(Fcdn.Privilege.PLAY, after(Lifetime.ofSeconds(60))))));
    }

    @Test
    void readsSignaling() {
        assertThat(service("type", "rtm", "userId", "alice")).isEqualTo(Rtm.login(ALICE));
        assertThat(service("type", "rtm", "userId", "alice", "privileges", object("login", 60)))
                .isEqualTo(Rtm.login(ALICE, after(Lifetime.ofSeconds(60))));
    }

    @Test
    void readsSignalingWithPermissions() {
        Map<String, Object> permissions =
                object("users", object("write", List.of("bob", "carol")), "messageChannels", object("read", List.of()));
        Permissions expected = Permissions.NONE
                .with(ResourceType.USERS, AccessType.WRITE, List.of(ResourceName.of("bob"), ResourceName.of("carol")))
                .with(ResourceType.MESSAGE_CHANNELS, AccessType.READ, List.of());

        assertThat(service("type", "rtm2", "userId", "alice", "permissions", permissions))
                .isEqualTo(Rtm2.login(ALICE, expected));
        assertThat(service(
                        "type",
                        "rtm2",
                        "userId",
                        "alice",
                        "permissions",
                        permissions,
                        "privileges",
                        object("login", 60)))
                .isEqualTo(new Rtm2(
                        ALICE,
                        expected,
                        GrantedPrivileges.of(Map.of(Rtm2.Privilege.LOGIN, after(Lifetime.ofSeconds(60))))));
        assertThat(service("type", "rtm2", "userId", "alice")).isEqualTo(Rtm2.login(ALICE, Permissions.NONE));
    }

    @Test
    void readsChatForAUserAndForTheApp() {
        assertThat(service("type", "chat", "userId", "alice")).isEqualTo(Chat.user(ChatUserId.of("alice")));
        assertThat(service("type", "chat", "app", true)).isEqualTo(Chat.app());
        assertThat(service("type", "chat", "app", true, "privileges", object("app", 60)))
                .isEqualTo(new Chat(
                        Optional.empty(),
                        GrantedPrivileges.of(Map.of(Chat.Privilege.APP, after(Lifetime.ofSeconds(60))))));
        assertThat(service("type", "chat", "userId", "alice", "privileges", object("user", 60)))
                .isEqualTo(new Chat(
                        Optional.of(ChatUserId.of("alice")),
                        GrantedPrivileges.of(Map.of(Chat.Privilege.USER, after(Lifetime.ofSeconds(60))))));
    }

    @Test
    void understandsFlexibleClassroomByWhatIsGiven() {
        assertThat(service("type", "apaas", "roomUuid", "room", "userUuid", "user", "role", 0))
                .isEqualTo(Apaas.roomUser(ROOM, USER, RoomRole.of(0)));
        assertThat(service("type", "apaas", "userUuid", "user")).isEqualTo(Apaas.user(USER));
        assertThat(service("type", "apaas")).isEqualTo(Apaas.app());
        assertThat(service("type", "apaas", "userUuid", "user", "privileges", object("user", 60, "app", 30)))
                .isEqualTo(new Apaas(
                        Optional.empty(),
                        Optional.of(USER),
                        Optional.empty(),
                        GrantedPrivileges.of(Map.of(
                                Apaas.Privilege.USER, after(Lifetime.ofSeconds(60)),
                                Apaas.Privilege.APP, after(Lifetime.ofSeconds(30))))));
    }

    @Test
    void readsTheServicesWithoutNames() {
        assertThat(service("type", "fpa")).isEqualTo(Fpa.login());
        assertThat(service("type", "fpa", "privileges", object("login", 60)))
                .isEqualTo(new Fpa(GrantedPrivileges.of(Map.of(Fpa.Privilege.LOGIN, after(Lifetime.ofSeconds(60))))));
        assertThat(service("type", "convoai")).isEqualTo(new ConvoAi());
        assertThat(service("type", "stt")).isEqualTo(new Stt());
    }

    @Test
    void readsPatternsOnlyWhereTheyAreAskedFor() {
        Map<String, Object> everywhere =
                request(List.of(rtc("channel", "class-*", "account", "guest-*")), "wildcards", true);

        assertThat(TokenRequestDocument.read(everywhere).services())
                .containsExactly(Rtc.subscriber(ChannelPattern.of("class-*"), UserPattern.of("guest-*")));
    }
}
