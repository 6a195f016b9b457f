package dev.agoratoken.issuing;

import static dev.agoratoken.issuing.MintFixture.described;
import static dev.agoratoken.issuing.MintFixture.mint;
import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.ConvoAi;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.Stt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Agora's own builders write (docs/reference/token-format.md#official-builders). E, the end of the token, is 900
 * seconds; P, the end of the privileges where a builder asks for one, is 600.
 */
class ServiceCombinationsTest {
    private static final Duration E = Duration.ofSeconds(900);
    private static final PrivilegeExpiry P = seconds(600);
    private static final ChannelName CHANNEL = ChannelName.of("testing");
    private static final UserId UID = UserId.of(1234);
    private static final UserAccount ACCOUNT = UserAccount.of("ann");
    private static final RtmUserId RTM_USER = RtmUserId.of("ann");

    static Stream<Recipe> recipes() {
        Rtc fourEnds = new Rtc(
                CHANNEL,
                ACCOUNT,
                GrantedPrivileges.of(Map.of(
                        Rtc.Privilege.JOIN_CHANNEL, seconds(100),
                        Rtc.Privilege.PUBLISH_AUDIO_STREAM, seconds(200),
                        Rtc.Privilege.PUBLISH_VIDEO_STREAM, seconds(300),
                        Rtc.Privilege.PUBLISH_DATA_STREAM, seconds(400))));
        String fourWritten = "rtc {1:100, 2:200, 3:300, 4:400} [testing, ann]";
        return Stream.of(
                new Recipe("RtcTokenBuilder2.buildTokenWithUid, publisher")
                        .of(Rtc.withRole(Role.PUBLISHER, CHANNEL, UID, P))
                        .writes("rtc {1:600, 2:600, 3:600, 4:600} [testing, 1234]"),
                new Recipe("RtcTokenBuilder2.buildTokenWithUid, subscriber")
                        .of(Rtc.withRole(Role.SUBSCRIBER, CHANNEL, UID, P))
                        .writes("rtc {1:600} [testing, 1234]"),
                new Recipe("RtcTokenBuilder2.buildTokenWithUid, uid 0")
                        .of(Rtc.withRole(Role.SUBSCRIBER, CHANNEL, AnyUser.ANY_USER, P))
                        .writes("rtc {1:600} [testing, ]"),
                new Recipe("RtcTokenBuilder2.buildTokenWithUserAccount, E for both")
                        .of(Rtc.publisher(CHANNEL, ACCOUNT))
                        .writes("rtc {1:900, 2:900, 3:900, 4:900} [testing, ann]"),
                new Recipe("RtcTokenBuilder2.buildTokenWithUserAccount, an end each")
                        .of(fourEnds)
                        .writes(fourWritten),
                new Recipe("RtcTokenBuilder2.buildTokenWithRtm")
                        .of(ServiceCombinations.rtcWithRtm(Rtc.withRole(Role.PUBLISHER, CHANNEL, ACCOUNT, P), RTM_USER))
                        .writes("rtc {1:600, 2:600, 3:600, 4:600} [testing, ann]", "rtm {1:900} [ann]"),
                new Recipe("RtcTokenBuilder2.buildTokenWithRtm2")
                        .of(fourEnds, Rtm.login(RTM_USER, seconds(500)))
                        .writes(fourWritten, "rtm {1:500} [ann]"),
                new Recipe("RtmTokenBuilder2.buildToken")
                        .of(Rtm.login(RTM_USER))
                        .writes("rtm {1:900} [ann]"),
                new Recipe("RtmTokenBuilder2.buildTokenWithPermissions")
                        .of(Rtm2.login(
                                RTM_USER,
                                Permissions.NONE.with(
                                        ResourceType.USERS, AccessType.WRITE, List.of(ResourceName.matching("a*")))))
                        .writes("rtm2 {1:900} [ann, Permissions[entries=["
                                + "PermissionEntry[resourceType=4, permissionType=1, names=[a*]]]]]"),
                new Recipe("ChatTokenBuilder2.buildUserToken")
                        .of(Chat.user(ChatUserId.of("ann")))
                        .writes("chat {1:900} [ann]"),
                new Recipe("ChatTokenBuilder2.buildAppToken").of(Chat.app()).writes("chat {2:900} []"),
                new Recipe("ApaasTokenBuilder.buildRoomUserToken")
                        .of(ServiceCombinations.apaasRoomUser(
                                ApaasUuid.of("room"), ApaasUuid.of("user23"), RoomRole.of(2)))
                        .writes(
                                "rtm {1:900} [user23]",
                                "chat {1:900} [00a65dd47e842bcc3d82a296301071fb]",
                                "apaas {1:900} [room, user23, 2]"),
                new Recipe("ApaasTokenBuilder.buildUserToken")
                        .of(Apaas.user(ApaasUuid.of("user23")))
                        .writes("apaas {2:900} [, user23, -1]"),
                new Recipe("ApaasTokenBuilder.buildAppToken").of(Apaas.app()).writes("apaas {3:900} [, , -1]"),
                new Recipe("FpaTokenBuilder.buildToken").of(Fpa.login()).writes("fpa {1:Unset[]} []"),
                new Recipe("ConvoAITokenBuilder.buildToken, E for all")
                        .of(ServiceCombinations.convoAi(Rtc.publisher(CHANNEL, ACCOUNT), RTM_USER))
                        .writes(
                                "rtc {1:900, 2:900, 3:900, 4:900} [testing, ann]",
                                "rtm {1:900} [ann]",
                                "convoai {} []"),
                new Recipe("ConvoAITokenBuilder.buildToken")
                        .of(fourEnds, Rtm.login(RTM_USER, seconds(500)), new ConvoAi())
                        .writes(fourWritten, "rtm {1:500} [ann]", "convoai {} []"),
                new Recipe("SttTokenBuilder.buildToken, E for all")
                        .of(ServiceCombinations.stt(Rtc.subscriber(CHANNEL, ACCOUNT), RTM_USER))
                        .writes("rtc {1:900} [testing, ann]", "rtm {1:900} [ann]", "stt {} []"),
                new Recipe("SttTokenBuilder.buildToken")
                        .of(fourEnds, Rtm.login(RTM_USER, seconds(500)), new Stt())
                        .writes(fourWritten, "rtm {1:500} [ann]", "stt {} []"),
                new Recipe("Signaling stream channel, listening")
                        .of(ServiceCombinations.streamChannel(RTM_USER, CHANNEL, false))
                        .writes("rtc {1:900} [testing, ann]", "rtm {1:900} [ann]"),
                new Recipe("Signaling stream channel, publishing")
                        .of(ServiceCombinations.streamChannel(RTM_USER, CHANNEL, true))
                        .writes("rtc {1:900, 4:900} [testing, ann]", "rtm {1:900} [ann]"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void writeWhatTheOfficialBuilderWrites(Recipe recipe) {
        IssuedToken issued = mint().mint(recipe.services, E);

        assertThat(described(issued)).isEqualTo(recipe.written);
        assertThat(MintFixture.read007(issued).expiresAt()).isEqualTo(MintFixture.NOW.plus(E));
        assertThat(MintFixture.read(issued).irregularities()).isEmpty();
        assertThat(MintFixture.read(issued).isSignedBy(MintFixture.CERTIFICATE)).isTrue();
    }

    /** Digests as md5sum prints them, those with leading zeros among them. */
    @ParameterizedTest
    @CsvSource({
        "user23,00a65dd47e842bcc3d82a296301071fb",
        "ann,7e0d7f8a5d96c24ffcc840f31bce72b2",
        "jk8ssl,0000000018e6137ac2caab16074784a6",
        "Ann Lee,6d6c7882fe3fd5c973772bafa2a18731"
    })
    void callTheChatUserOfAClassroomByItsMd5(String user, String md5) {
        List<Service> services =
                ServiceCombinations.apaasRoomUser(ApaasUuid.of("room"), ApaasUuid.of(user), RoomRole.of(0));

        assertThat(services).contains(Chat.user(ChatUserId.of(md5)));
    }

    @Test
    void refuseClassroomUsersThatSignalingRefuses() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        ServiceCombinations.apaasRoomUser(ApaasUuid.of("room"), ApaasUuid.of("0"), RoomRole.of(1)))
                .returns("userUuid", InvalidValueException::field)
                .satisfies(e -> verify("classroom user 0", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Apaas.user(ApaasUuid.of(" u")))
                .returns("userUuid", InvalidValueException::field)
                .satisfies(e -> verify("classroom user with a leading space", e.getMessage()));
    }

    @Test
    void cannotBeChangedFromOutside() {
        List<Service> services = ServiceCombinations.streamChannel(RTM_USER, CHANNEL, true);

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(services::clear);
    }

    private static PrivilegeExpiry seconds(long seconds) {
        return PrivilegeExpiry.after(Lifetime.ofSeconds(seconds));
    }

    /** A builder, the services that stand for it here, and what it writes. */
    private record Recipe(String builder, List<Service> services, List<String> written) {
        Recipe(String builder) {
            this(builder, List.of(), List.of());
        }

        Recipe of(Service... chosen) {
            return of(List.of(chosen));
        }

        Recipe of(List<Service> chosen) {
            return new Recipe(builder, chosen, written);
        }

        Recipe writes(String... expected) {
            return new Recipe(builder, services, List.of(expected));
        }

        @Override
        public String toString() {
            return builder;
        }
    }
}
