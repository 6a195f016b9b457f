package dev.agoratoken;

import static dev.agoratoken.token.service.Rtc.Privilege.JOIN_CHANNEL;
import static dev.agoratoken.token.service.Rtc.Privilege.PUBLISH_AUDIO_STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenMint;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Fcdn;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.GrantedPrivileges;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.Streaming;
import dev.agoratoken.verify.Inspection;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgoraTokensTest {
    private static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
    private static final String CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b";
    private static final String SECONDARY = "00000000000000000000000000000001";

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    /** A token of 24 hours from then on ends at the last second that 32 bits can hold. */
    private static final long LAST_SECOND = 0xFFFF_FFFFL - 86_400;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(10);
    private static final PrivilegeExpiry AFTER_MINUTES = PrivilegeExpiry.after(Lifetime.of(MINUTES));

    private static final AgoraTokens TOKENS = AgoraTokens.of(APP_ID, CERTIFICATE)
            .withClock(InstantSource.fixed(NOW))
            .withSalts(() -> Salt.of(1));
    private static final TokenMint MINT =
            new TokenMint(Project.of(APP_ID, CERTIFICATE), InstantSource.fixed(NOW), () -> Salt.of(1));

    private static final ChannelName CHANNEL = ChannelName.of("testing");
    private static final UserId UID = UserId.of(1234);
    private static final UserAccount ACCOUNT = UserAccount.of("alice");
    private static final RtmUserId RTM_USER = RtmUserId.of("alice");

    static Stream<Arguments> tokens() {
        Rtc publisher = Rtc.publisher(CHANNEL, UID);
        return Stream.of(
                made("publisher", TOKENS.rtc("testing").uid(1234).role(Role.PUBLISHER), publisher),
                made(
                        "subscriber, account",
                        TOKENS.rtc("testing").account("alice").role(Role.SUBSCRIBER),
                        Rtc.subscriber(CHANNEL, ACCOUNT)),
                made(
                        "any user",
                        TOKENS.rtc("testing").anyUser().role(Role.PUBLISHER),
                        Rtc.publisher(CHANNEL, AnyUser.ANY_USER)),
                made(
                        "negative int",
                        TOKENS.rtc("testing").uidOfInt(-1).role(Role.PUBLISHER),
                        Rtc.publisher(CHANNEL, UserId.of(4294967295L))),
                made(
                        "patterns",
                        TOKENS.rtc(ChannelPattern.of("class-*"))
                                .user(UserPattern.of("guest-*"))
                                .role(Role.SUBSCRIBER),
                        Rtc.subscriber(ChannelPattern.of("class-*"), UserPattern.of("guest-*"))),
                made(
                        "role for a time",
                        TOKENS.rtc("testing").uid(1234).role(Role.SUBSCRIBER, MINUTES),
                        Rtc.withRole(Role.SUBSCRIBER, CHANNEL, UID, AFTER_MINUTES)),
                made(
                        "audio only",
                        TOKENS.rtc("testing")
                                .uid(1234)
                                .allow(PUBLISH_AUDIO_STREAM, MINUTES)
                                .allow(JOIN_CHANNEL),
                        new Rtc(
                                CHANNEL,
                                UID,
                                GrantedPrivileges.of(Map.of(
                                        JOIN_CHANNEL,
                                        PrivilegeExpiry.WITH_TOKEN,
                                        PUBLISH_AUDIO_STREAM,
                                        AFTER_MINUTES)))),
                made(
                        "with Signaling",
                        TOKENS.rtc("testing").uid(1234).role(Role.PUBLISHER).andRtm("alice"),
                        publisher,
                        Rtm.login(RTM_USER)),
                made(
                        "privileges with Signaling for a time",
                        TOKENS.rtc("testing").uid(1234).allow(JOIN_CHANNEL).andRtm("alice", MINUTES),
                        new Rtc(CHANNEL, UID, GrantedPrivileges.of(Set.of(JOIN_CHANNEL), PrivilegeExpiry.WITH_TOKEN)),
                        Rtm.login(RTM_USER, AFTER_MINUTES)),
                made("rtm", TOKENS.rtm("alice"), Rtm.login(RTM_USER)),
                made("rtm2", TOKENS.rtm2("alice", Permissions.NONE), Rtm2.login(RTM_USER, Permissions.NONE)),
                made("chat user", TOKENS.chatUser("alice"), Chat.user(ChatUserId.of("alice"))),
                made("chat app", TOKENS.chatApp(), Chat.app()),
                made(
                        "apaas room user",
                        TOKENS.apaasRoomUser("math", "alice", 2),
                        ServiceCombinations.apaasRoomUser(ApaasUuid.of("math"), ApaasUuid.of("alice"), RoomRole.of(2))
                                .toArray(Service[]::new)),
                made("apaas user", TOKENS.apaasUser("alice"), Apaas.user(ApaasUuid.of("alice"))),
                made("apaas app", TOKENS.apaasApp(), Apaas.app()),
                made(
                        "convoai",
                        TOKENS.convoAi("testing").uid(1234).role(Role.PUBLISHER).andRtm("alice"),
                        ServiceCombinations.convoAi(publisher, RTM_USER).toArray(Service[]::new)),
                made(
                        "stt",
                        TOKENS.stt("testing").uid(1234).role(Role.PUBLISHER).andRtm("alice"),
                        ServiceCombinations.stt(publisher, RTM_USER).toArray(Service[]::new)),
                made(
                        "streaming",
                        TOKENS.streaming("testing")
                                .uid(1234)
                                .allow(Streaming.Privilege.PUBLISH_RAW_STREAM, MINUTES)
                                .allow(Streaming.Privilege.PUBLISH_MIX_STREAM),
                        new Streaming(
                                CHANNEL,
                                UID,
                                GrantedPrivileges.of(Map.of(
                                        Streaming.Privilege.PUBLISH_MIX_STREAM,
                                        PrivilegeExpiry.WITH_TOKEN,
                                        Streaming.Privilege.PUBLISH_RAW_STREAM,
                                        AFTER_MINUTES)))),
                made(
                        "fcdn",
                        TOKENS.fcdn("testing").account("alice").allow(Fcdn.Privilege.PLAY),
                        new Fcdn(
                                CHANNEL,
                                ACCOUNT,
                                GrantedPrivileges.of(Set.of(Fcdn.Privilege.PLAY), PrivilegeExpiry.WITH_TOKEN))),
                made("fpa", TOKENS.fpa(), Fpa.login()));
    }

    private static Arguments made(String name, LifetimeStep step, Service... services) {
        return Arguments.of(name, step, List.of(services));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void makesTheTokenThatTheMintMakesOfTheSameServices(String name, LifetimeStep step, List<Service> services) {
        IssuedToken expected = MINT.mint(services, HOUR);

        assertThat(step.expiresIn(HOUR).issue()).isEqualTo(expected);
        assertThat(step.expiresIn(HOUR).token()).isEqualTo(expected.text());
        assertThat(TOKENS.issue(services, HOUR)).isEqualTo(expected);
    }

    @Test
    void eachCallMakesATokenOfItsOwn() {
        IssueStep step = AgoraTokens.of(APP_ID, CERTIFICATE).rtm("alice").expiresIn(HOUR);

        assertThat(step.token()).isNotEqualTo(step.token());
    }

    @Test
    void stepsCanBeSharedBecauseTheyDoNotChange() {
        RtcPrivilegesStep join = TOKENS.rtc("testing").uid(1234).allow(JOIN_CHANNEL);
        String before = join.expiresIn(HOUR).token();

        RtcPrivilegesStep audio = join.allow(PUBLISH_AUDIO_STREAM);

        assertThat(join.expiresIn(HOUR).token()).isEqualTo(before);
        assertThat(audio.expiresIn(HOUR).token()).isNotEqualTo(before);
    }

    @Test
    void makesFormat006OnRequest() {
        assertThat(TOKENS.withFormat(TokenFormat.V006)
                        .rtm("alice")
                        .expiresIn(HOUR)
                        .token())
                .isEqualTo(MINT.mint(List.of(Rtm.login(RTM_USER)), Lifetime.of(HOUR), TokenFormat.V006)
                        .text());
    }

    @Test
    void aSecondaryCertificateVerifiesAndDoesNotSign() {
        String old = AgoraTokens.of(APP_ID, SECONDARY)
                .withClock(InstantSource.fixed(NOW))
                .rtm("alice")
                .expiresIn(HOUR)
                .token();
        AgoraTokens both = TOKENS.withSecondaryCertificate(SECONDARY);

        assertThat(TOKENS.verify(old).result().signed()).isFalse();
        assertThat(both.verify(old).result().signed()).isTrue();
        assertThat(both.rtm("alice").expiresIn(HOUR).token())
                .isEqualTo(TOKENS.rtm("alice").expiresIn(HOUR).token());
    }

    @Test
    void verifiesWhatTheClientWantsToDo() {
        String token = TOKENS.rtc("testing")
                .uid(4294967295L)
                .role(Role.SUBSCRIBER)
                .andRtm("alice")
                .expiresIn(HOUR)
                .token();
        VerifyStep verify = TOKENS.verify(token).channel("testing").uidOfInt(-1);

        assertThat(verify.toJoin().accepted()).isTrue();
        assertThat(verify.uid(4294967295L).toJoin().accepted()).isTrue();
        assertThat(verify.result().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(codes(verify.toPublish())).contains(FindingCode.MISSING_PRIVILEGE);
        assertThat(codes(verify.toPublishAudio())).contains(FindingCode.MISSING_PRIVILEGE);
        assertThat(codes(verify.channel("Testing").toJoin())).contains(FindingCode.CHANNEL_MISMATCH);
        assertThat(codes(verify.account("bob").toJoin())).contains(FindingCode.ACCOUNT_FOR_NUMBER);
        assertThat(verify.anyUser().toJoin().accepted()).isFalse();
        assertThat(codes(verify.appId(SECONDARY).toJoin())).contains(FindingCode.APP_ID_MISMATCH);
        assertThat(TOKENS.verify(token).userId("alice").toLogInToRtm().accepted())
                .isTrue();
        assertThat(TOKENS.verify(token).userId("bob").toLogInToRtm().accepted()).isFalse();
        assertThat(codes(verify.at(NOW.plus(HOUR).plusSeconds(1)).toJoin())).contains(FindingCode.EXPIRED);
        assertThat(verify.at(NOW.plus(HOUR).plusSeconds(1))
                        .tolerating(MINUTES)
                        .toJoin()
                        .accepted())
                .isTrue();
    }

    @Test
    void onlyTheTokenAloneIsAccepted() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();

        assertThat(TOKENS.verify(token).userId("alice").toLogInToRtm().accepted())
                .isTrue();
        for (String text : List.of(
                "Bearer " + token,
                "{\"token\":\"" + token + "\"}",
                "token=" + token,
                " " + token,
                token + " ",
                token + "\n")) {
            Verification verification = TOKENS.verify(text).userId("alice").toLogInToRtm();
            assertThat(codes(verification)).as(text).isNotEmpty();
            assertThat(verification.sdkErrors()).as(text).isNotEmpty();
            assertThat(verification.signed()).as(text).isTrue();
        }
    }

    @Test
    void aTokenIsFoundAnywhereInATextOnRequest() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();
        VerifyStep bearer = TOKENS.verify("Bearer " + token).userId("alice");

        for (String text : List.of(
                token,
                "Bearer " + token,
                "{\"token\":\"" + token + "\"}",
                "token=" + token,
                token + " ",
                token + "\r\n")) {
            assertThat(TOKENS.verify(text).anywhereInText().userId("alice").toLogInToRtm())
                    .as(text)
                    .matches(Verification::accepted);
        }
        assertThat(bearer.anywhereInText().at(NOW).tolerating(MINUTES).toLogInToRtm())
                .matches(Verification::accepted)
                .matches(verification -> verification.has(FindingCode.TOKEN_EXTRACTED));
        assertThat(bearer.anywhereInText().userId("bob").toLogInToRtm().accepted())
                .isFalse();
        assertThat(bearer.toLogInToRtm().accepted()).isFalse();
        for (String text : List.of(" " + token, '"' + token + '"', "\n" + token)) {
            assertThat(codes(TOKENS.verify(text).anywhereInText().result()))
                    .as(text)
                    .contains(FindingCode.WHITESPACE);
        }
    }

    @Test
    void theUserWhoJoinsAlsoLogsInUnlessAnotherIsNamed() {
        String alice = TOKENS.rtm("alice").expiresIn(HOUR).token();
        String number = TOKENS.rtm("1234").expiresIn(HOUR).token();

        assertThat(TOKENS.verify(alice).account("alice").toLogInToRtm().accepted())
                .isTrue();
        assertThat(codes(TOKENS.verify(alice).account("bob").toLogInToRtm())).contains(FindingCode.USER_MISMATCH);
        assertThat(TOKENS.verify(number).uid(1234).toLogInToRtm().accepted()).isTrue();
        assertThat(codes(TOKENS.verify(number).uid(1).toLogInToRtm())).contains(FindingCode.USER_MISMATCH);
        assertThat(TOKENS.verify(alice)
                        .account("bob")
                        .userId("alice")
                        .toLogInToRtm()
                        .has(FindingCode.USER_MISMATCH))
                .isFalse();
    }

    @Test
    void noVerdictWithoutACheckOfTheSignature() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();
        AgoraTokens other =
                AgoraTokens.of(SECONDARY, "00000000000000000000000000000002").withClock(InstantSource.fixed(NOW));
        Verification unknown = other.verify(token).userId("alice").toLogInToRtm();

        assertThat(unknown.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(unknown.has(FindingCode.APP_ID_UNKNOWN)).isTrue();
        assertThat(unknown.has(FindingCode.EXPIRED)).isFalse();

        String old = TOKENS.withFormat(TokenFormat.V006)
                .rtc("testing")
                .uid(1)
                .role(Role.PUBLISHER)
                .expiresIn(HOUR)
                .token();
        Verification unnamed = TOKENS.verify(old).toJoin();
        assertThat(unnamed.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(unnamed.has(FindingCode.SIGNATURE_UNCHECKED)).isTrue();
        assertThat(TOKENS.verify(old).channel("testing").uid(1).toJoin().accepted())
                .isTrue();
    }

    @Test
    void publishingIsJudgedAsWithCoHostAuthentication() {
        String listener = TOKENS.rtc("testing")
                .uid(1)
                .role(Role.SUBSCRIBER)
                .expiresIn(HOUR)
                .token();
        Verification verification =
                TOKENS.verify(listener).channel("testing").uid(1).toPublish();

        assertThat(verification.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(verification.has(FindingCode.PUBLISH_NOT_ENFORCED)).isTrue();
    }

    @Test
    void everyNameIsComparedWhateverThePurpose() {
        String both = TOKENS.rtc("testing")
                .uid(1)
                .role(Role.PUBLISHER)
                .andRtm("alice")
                .expiresIn(HOUR)
                .token();
        VerifyStep verify = TOKENS.verify(both);

        Verification bob = verify.channel("testing").uid(1).userId("bob").toPublish();
        assertThat(codes(bob)).contains(FindingCode.USER_MISMATCH);
        assertThat(bob.sdkErrors()).containsExactly("Signaling -10005 INVALID_TOKEN");
        assertThat(verify.channel("testing").uid(1).userId("alice").toPublish().findings())
                .isEmpty();
        assertThat(codes(verify.channel("other").userId("alice").toLogInToRtm()))
                .contains(FindingCode.CHANNEL_MISMATCH);
        assertThat(codes(verify.uid(2).userId("alice").toLogInToRtm())).contains(FindingCode.USER_MISMATCH);
        assertThat(verify.channel("testing")
                        .uid(1)
                        .userId("alice")
                        .toLogInToRtm()
                        .findings())
                .isEmpty();

        String alone = TOKENS.rtc("testing")
                .uid(1)
                .role(Role.PUBLISHER)
                .expiresIn(HOUR)
                .token();
        assertThat(TOKENS.verify(alone)
                        .channel("testing")
                        .uid(1)
                        .userId("bob")
                        .toPublish()
                        .findings())
                .extracting(finding -> finding.code())
                .containsExactly(FindingCode.MISSING_SERVICE);
    }

    @Test
    void aTokenForAudioOrVideoOnlyNamesThePurposeThatFits() {
        RtcGrantStep user = TOKENS.rtc("testing").uid(1);
        String audio =
                user.allow(JOIN_CHANNEL, PUBLISH_AUDIO_STREAM).expiresIn(HOUR).token();
        String video = user.allow(JOIN_CHANNEL, Rtc.Privilege.PUBLISH_VIDEO_STREAM)
                .expiresIn(HOUR)
                .token();
        String listener = user.role(Role.SUBSCRIBER).expiresIn(HOUR).token();

        VerifyStep ofAudio = TOKENS.verify(audio).channel("testing").uid(1);
        assertThat(ofAudio.toPublishAudio().accepted()).isTrue();
        assertThat(ofAudio.toPublishVideo().accepted()).isFalse();
        assertThat(ofAudio.toPublishData().accepted()).isFalse();
        assertThat(TOKENS.verify(video)
                        .channel("testing")
                        .uid(1)
                        .toPublishVideo()
                        .accepted())
                .isTrue();
        assertWorded("audio only to publish", FindingCode.MISSING_PRIVILEGE, ofAudio.toPublish());
        assertWorded("audio only not enforced", FindingCode.PUBLISH_NOT_ENFORCED, ofAudio.toPublish());
        assertWorded(
                "video only to publish",
                FindingCode.MISSING_PRIVILEGE,
                TOKENS.verify(video).channel("testing").uid(1).toPublish());
        assertWorded(
                "subscriber to publish",
                FindingCode.MISSING_PRIVILEGE,
                TOKENS.verify(listener).channel("testing").uid(1).toPublish());
    }

    private static void assertWorded(String testCase, FindingCode code, Verification verification) {
        assertThat(codes(verification)).contains(code);
        verification.findings().stream()
                .filter(finding -> finding.code() == code)
                .forEach(finding -> ApprovedMessages.verify(testCase, finding.message() + "; " + finding.remedy()));
    }

    @Test
    void verifiesTheOtherProducts() {
        String chat = TOKENS.chatUser("alice").expiresIn(HOUR).token();
        String room = TOKENS.apaasRoomUser("math", "alice", 2).expiresIn(HOUR).token();
        String app = TOKENS.chatApp().expiresIn(HOUR).token();

        assertThat(TOKENS.verify(chat).userId("alice").toLogInToChat().accepted())
                .isTrue();
        assertThat(TOKENS.verify(chat).toEnterRoom().accepted()).isFalse();
        assertThat(TOKENS.verify(room)
                        .channel("math")
                        .userId("alice")
                        .toEnterRoom()
                        .accepted())
                .isTrue();
        assertThat(TOKENS.verify(room).toLogInToRtm().accepted()).isTrue();
        assertThat(TOKENS.verify(app).to(Purpose.CHAT_APP).accepted()).isTrue();
        assertThat(TOKENS.verify(app).toLogInToChat().accepted()).isFalse();
    }

    private static List<FindingCode> codes(Verification verification) {
        assertThat(verification.accepted()).isFalse();
        return verification.findings().stream().map(finding -> finding.code()).toList();
    }

    @Test
    void inspectsAnyText() {
        assertThat(TOKENS.inspect(TOKENS.fpa().expiresIn(HOUR).token())).isInstanceOf(Inspection.Readable.class);
        assertThat(TOKENS.inspect("")).isInstanceOf(Inspection.Unreadable.class);
    }

    @Test
    void invalidArgumentsAreNamed() {
        UserStep<RtcGrantStep> rtc = TOKENS.rtc("testing");
        RtcGrantStep user = rtc.uid(1234);

        assertInvalid("uid", "negative uid", () -> rtc.uid(-5));
        assertInvalid("uid", "uid 0", () -> rtc.uid(0));
        assertInvalid("uid", "int 0", () -> rtc.uidOfInt(0));
        assertInvalid("uid", "uid of a negative long", () -> rtc.uid(Long.MIN_VALUE));
        assertInvalid("uid", "uid too large", () -> rtc.uid(4294967296L));
        assertInvalid(
                "uid", "negative uid to verify", () -> TOKENS.verify("007").uid(-5));
        assertInvalid("channel", "channel too long", () -> TOKENS.rtc("c".repeat(65)));
        assertInvalid("channel", "pattern as a channel", () -> TOKENS.rtc("class-*"));
        assertInvalid("channel", "neither channel nor pattern", () -> TOKENS.rtc("\u00e4*"));
        assertInvalid("channel", "pattern where none is possible", () -> TOKENS.streaming("class-*"));
        assertInvalid("account", "account", () -> rtc.account("a*"));
        assertInvalid("userId", "Signaling user", () -> TOKENS.rtm("0"));
        assertInvalid("userId", "Signaling pattern", () -> TOKENS.rtm("a*"));
        assertInvalid("userId", "Chat user", () -> TOKENS.chatUser("Alice"));
        assertInvalid("roomUuid", "room", () -> TOKENS.apaasRoomUser("", "alice", 1));
        assertInvalid("userUuid", "classroom user", () -> TOKENS.apaasRoomUser("math", "", 1));
        assertInvalid("userUuid", "classroom user 0", () -> TOKENS.apaasUser("0"));
        assertInvalid("role", "room role", () -> TOKENS.apaasRoomUser("math", "alice", -1));
        assertInvalid("lifetime", "too long", () -> TOKENS.fpa().expiresIn(Duration.ofDays(2)));
        assertInvalid("privileges", "no time for a privilege", () -> user.allow(JOIN_CHANNEL, Duration.ZERO));
        assertInvalid("privileges", "negative privilege", () -> user.allow(JOIN_CHANNEL, Duration.ofSeconds(-1)));
        assertInvalid(
                "privileges",
                "no time for a Streaming privilege",
                () -> TOKENS.streaming("testing").uid(1).allow(Streaming.Privilege.PUBLISH_RAW_STREAM, Duration.ZERO));
        assertInvalid("privilege", "privilege null", () -> user.allow((Rtc.Privilege) null, MINUTES));
        assertInvalid("lifetime", "lifetime null", () -> user.allow(JOIN_CHANNEL, (Duration) null));
        assertInvalid("role", "no time for a role", () -> user.role(Role.PUBLISHER, Duration.ZERO));
        assertInvalid(
                "privileges",
                "no time for Signaling",
                () -> user.role(Role.PUBLISHER).andRtm("alice", Duration.ZERO));
        assertInvalid(
                "privileges", "no join", () -> user.allow(PUBLISH_AUDIO_STREAM).expiresIn(HOUR));
        assertInvalid(
                "privileges",
                "outlives",
                () -> user.role(Role.PUBLISHER, HOUR).expiresIn(MINUTES).token());
        assertInvalid("services", "no service", () -> TOKENS.issue(List.of(), HOUR));
        assertInvalid("services[1]", "service null", () -> TOKENS.issue(Arrays.asList(Fpa.login(), null), HOUR));
        assertInvalid("appCertificate", "line end", () -> AgoraTokens.of(APP_ID, CERTIFICATE + "\n"));
        assertInvalid("appCertificate", "certificate", () -> AgoraTokens.of(APP_ID, "secret"));
        assertInvalid("appId", "App ID", () -> AgoraTokens.of("app", CERTIFICATE));
        assertInvalid("appCertificate", "App ID twice", () -> AgoraTokens.of(APP_ID, APP_ID));
        assertInvalid("appCertificate", "App ID as secondary", () -> TOKENS.withSecondaryCertificate(APP_ID));
    }

    @Test
    void aClockOrSourceThatReturnsNothingUsableIsNamed() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();
        AgoraTokens noTime = TOKENS.withClock(() -> null);

        assertInvalid("salts", "no salt", () -> makeTokens(TOKENS.withSalts(() -> null)));
        assertInvalid("clock", "no time", () -> makeTokens(noTime));
        assertInvalid(
                "clock", "no time to verify at", () -> noTime.verify(token).toLogInToRtm());
        assertThat(noTime.verify(token).at(NOW).userId("alice").toLogInToRtm().accepted())
                .isTrue();
        for (Instant time :
                List.of(Instant.MIN, Instant.ofEpochSecond(-1), Instant.ofEpochSecond(LAST_SECOND + 1), Instant.MAX)) {
            AgoraTokens tokens = TOKENS.withClock(InstantSource.fixed(time));
            assertInvalid("clock", "time out of range", () -> makeTokens(tokens));
            assertInvalid("clock", "time out of range", () -> makeTokens(tokens.withFormat(TokenFormat.V006)));
            assertThat(tokens.verify(token).toLogInToRtm().accepted()).isFalse();
        }
        for (Instant time : List.of(Instant.EPOCH, Instant.ofEpochSecond(LAST_SECOND))) {
            makeTokens(TOKENS.withClock(InstantSource.fixed(time)));
            makeTokens(TOKENS.withClock(InstantSource.fixed(time)).withFormat(TokenFormat.V006));
        }
    }

    @Test
    void whatAClockOrSourceThrowsIsNotCaught() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();
        for (RuntimeException failure : List.of(new NullPointerException("own"), new IllegalStateException("own"))) {
            InstantSource clock = () -> {
                throw failure;
            };
            assertThatThrownBy(() -> makeTokens(TOKENS.withClock(clock))).isSameAs(failure);
            assertThatThrownBy(() -> TOKENS.withClock(clock).verify(token).toJoin())
                    .isSameAs(failure);
            assertThatThrownBy(() -> makeTokens(TOKENS.withSalts(() -> {
                        throw failure;
                    })))
                    .isSameAs(failure);
        }
    }

    private static void makeTokens(AgoraTokens tokens) {
        tokens.rtm("alice").expiresIn(HOUR).token();
    }

    private static void assertInvalid(String field, String testCase, Runnable call) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as(testCase)
                .isThrownBy(call::run)
                .satisfies(failure -> assertThat(failure.field()).isEqualTo(field))
                .satisfies(failure -> ApprovedMessages.verify(testCase, failure.getMessage()));
    }

    @Test
    void showsNoSecret() {
        AgoraTokens other = AgoraTokens.of(
                new Project(ProjectName.DEFAULT, AppId.of(APP_ID), List.of(AppCertificate.of(CERTIFICATE))));
        IssueStep step = other.fpa().expiresIn(HOUR);

        assertThat(other.toString() + step + step.issue() + other.verify(step.token()))
                .contains("project default")
                .doesNotContain(CERTIFICATE)
                .doesNotContain("007eJ");
    }

    @Test
    void noTextOfAResultIsEnoughToMakeTheTokenAgain() {
        String token = TOKENS.rtm("alice").expiresIn(HOUR).token();
        Inspection.Readable readable = (Inspection.Readable) TOKENS.inspect(token);
        Verification verification = TOKENS.verify(token).userId("alice").toLogInToRtm();

        assertThat(List.of(readable, verification, verification.inspection()))
                .allSatisfy(result -> assertThat(result.toString())
                        .contains("redacted")
                        .doesNotContain(readable.signatureHex())
                        .doesNotContain(APP_ID));
    }

    @Test
    void aCertificateInThePlaceOfTheAppIdIsNotShown() {
        AgoraTokens swapped = AgoraTokens.of(CERTIFICATE, APP_ID);
        IssuedToken issued = swapped.rtm("alice").expiresIn(HOUR).issue();
        Inspection inspection = TOKENS.inspect(issued.text());

        assertThat(inspection.findings())
                .extracting(finding -> finding.code())
                .contains(FindingCode.CERTIFICATE_AS_APP_ID);
        assertThat(inspection + " " + swapped + issued + swapped.verify(issued.text()) + Project.of(CERTIFICATE, APP_ID)
                        + TOKENS.verify(issued.text()).result())
                .doesNotContainIgnoringCase(CERTIFICATE);
    }
}
