package dev.agoratoken.issuing.policy.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.PolicyQuery;
import dev.agoratoken.issuing.policy.rule.RequestedService;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AnyUser;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.ChannelPattern;
import dev.agoratoken.token.ChatUserId;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.UserPattern;
import dev.agoratoken.token.service.AccessType;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.Chat;
import dev.agoratoken.token.service.Permissions;
import dev.agoratoken.token.service.ResourceName;
import dev.agoratoken.token.service.ResourceType;
import dev.agoratoken.token.service.RoomRole;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Rtm2;
import dev.agoratoken.token.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final ProjectName PROJECT = ProjectName.of("default");
    private static final ChannelName CLASS = ChannelName.of("class-1");
    private static final ChannelName OTHER = ChannelName.of("class-2");
    private static final BanTarget NUMBER = BanTarget.of(UserId.of(1234));
    private static final BanTarget ALICE = BanTarget.of(UserAccount.of("alice"));
    private static final BanTarget ALICE_ID = BanTarget.of(RtmUserId.of("alice"));

    @Test
    void aTargetNamesAChannelOrAUser() {
        assertThatThrownBy(() -> new BanTarget(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("channel: ");
    }

    @Test
    void aNumberAndItsDigitsAreTheSameUserInAChannel() {
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserId.of(1234)))).isTrue();
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserAccount.of("1234")))).isTrue();
        assertThat(covers(BanTarget.of(UserAccount.of("1234")), Rtc.publisher(CLASS, UserId.of(1234))))
                .isTrue();
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserId.of(123)))).isFalse();
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserAccount.of("01234"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "12*", "*4", "1*3*"})
    void aPatternThatMatchesTheUserIsCovered(String pattern) {
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserPattern.of(pattern))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13*", "*5", "1234*5"})
    void aPatternThatDoesNotMatchTheUserIsNotCovered(String pattern) {
        assertThat(covers(NUMBER, Rtc.publisher(CLASS, UserPattern.of(pattern))))
                .isFalse();
    }

    @Test
    void aTokenForAnyUserIsCoveredByABanOfAUser() {
        assertThat(covers(ALICE, Rtc.subscriber(CLASS, AnyUser.ANY_USER))).isTrue();
        assertThat(covers(ALICE.in(CLASS), Rtc.subscriber(CLASS, AnyUser.ANY_USER)))
                .isTrue();
        assertThat(covers(ALICE.in(CLASS), Rtc.subscriber(OTHER, AnyUser.ANY_USER)))
                .isFalse();
        assertThat(covers(ALICE_ID, Rtc.subscriber(CLASS, AnyUser.ANY_USER))).isFalse();
    }

    @Test
    void eachServiceHasItsKindOfUser() {
        assertThat(covers(ALICE, Rtm.login(RtmUserId.of("alice")))).isFalse();
        assertThat(covers(ALICE_ID, Rtm.login(RtmUserId.of("alice")))).isTrue();
        assertThat(covers(ALICE_ID, Rtm.login(RtmUserId.of("alice2")))).isFalse();
        assertThat(covers(ALICE_ID, Chat.user(ChatUserId.of("alice")))).isTrue();
        assertThat(covers(ALICE_ID, Rtc.publisher(CLASS, UserAccount.of("alice"))))
                .isFalse();
        assertThat(covers(ALICE_ID, Apaas.user(ApaasUuid.of("alice")))).isTrue();
    }

    @Test
    void theChatUserOfTheClassroomIsTheBannedUser() {
        ChatUserId derived = ServiceCombinations.chatUserOf(ApaasUuid.of("alice"));

        assertThat(covers(ALICE_ID, Chat.user(derived))).isTrue();
        assertThat(covers(BanTarget.of(RtmUserId.of("bob")), Chat.user(derived)))
                .isFalse();
    }

    @Test
    void aRoomIsAChannel() {
        Service room = Apaas.roomUser(ApaasUuid.of("class-1"), ApaasUuid.of("alice"), RoomRole.of(2));

        assertThat(covers(BanTarget.of(CLASS), room)).isTrue();
        assertThat(covers(ALICE_ID.in(CLASS), room)).isTrue();
        assertThat(covers(ALICE_ID.in(OTHER), room)).isFalse();
        assertThat(covers(BanTarget.of(OTHER), room)).isFalse();
    }

    @Test
    void aChannelIsCoveredForEveryUserAndPattern() {
        assertThat(covers(BanTarget.of(CLASS), Rtc.publisher(CLASS, UserId.of(1))))
                .isTrue();
        assertThat(covers(BanTarget.of(CLASS), Rtc.publisher(ChannelPattern.of("class-*"), UserId.of(1))))
                .isTrue();
        assertThat(covers(BanTarget.of(CLASS), Rtc.publisher(ChannelPattern.of("class-*"), UserPattern.of("*"))))
                .isTrue();
        assertThat(covers(BanTarget.of(CLASS), Rtc.publisher(ChannelPattern.of("class-2*"), UserId.of(1))))
                .isFalse();
        assertThat(covers(BanTarget.of(CLASS), Rtc.publisher(OTHER, UserId.of(1))))
                .isFalse();
    }

    @Test
    void appTokensAreForServersAndNotCovered() {
        assertThat(covers(ALICE_ID, Chat.app())).isFalse();
        assertThat(covers(BanTarget.of(CLASS), Apaas.app())).isFalse();
    }

    @Test
    void anRtm2TokenIsItsUsersAndReachesTheChannelsOfItsPermissions() {
        Permissions reads = Permissions.NONE.with(
                ResourceType.MESSAGE_CHANNELS, AccessType.READ, List.of(ResourceName.matching("class-*")));
        Permissions meets = reads.with(ResourceType.USERS, AccessType.READ, List.of(ResourceName.of("alice")));

        assertThat(covers(BanTarget.of(CLASS), Rtm2.login(RtmUserId.of("bob"), reads)))
                .isTrue();
        assertThat(covers(BanTarget.of(ChannelName.of("x")), Rtm2.login(RtmUserId.of("bob"), reads)))
                .isFalse();
        assertThat(covers(BanTarget.of(CLASS), Rtm2.login(RtmUserId.of("bob"), Permissions.NONE)))
                .isTrue();
        assertThat(covers(ALICE_ID, Rtm2.login(RtmUserId.of("alice"), reads))).isTrue();
        assertThat(covers(ALICE_ID, Rtm2.login(RtmUserId.of("bob"), meets))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"class-1, 23, true", "class-12, 3, true", "class, -123, true", "other, 23, false"})
    void everyReadingOfFormat006IsCovered(String channel, String account, boolean covered) {
        Service requested = Rtc.publisher(ChannelName.of(channel), UserAccount.of(account));
        Ban ban = ban("a", BanTarget.of(UserAccount.of("3")).in(ChannelName.of("class-12")));

        PolicyQuery query = query(requested, TokenFormat.V006);

        assertThat(ban.covers(query)).isEqualTo(covered);
        assertThat(BanIndex.of(List.of(ban)).covering(query, NOW).isPresent()).isEqualTo(covered);
    }

    @Test
    void otherProjectsAreNotCovered() {
        Ban ban = ban("a", ALICE);
        PolicyQuery query = query(Rtc.publisher(CLASS, UserAccount.of("alice")), TokenFormat.V007);
        PolicyQuery elsewhere = new PolicyQuery(
                query.claims(), ProjectName.of("other"), query.format(), query.lifetime(), query.requestedService());

        assertThat(ban.covers(query)).isTrue();
        assertThat(ban.covers(elsewhere)).isFalse();
    }

    @Test
    void theIndexFindsTheBanThatEndsLastAndHoldsNow() {
        Ban shortBan = ban("short", ALICE);
        Ban longer = new Ban(
                BanId.of("long"),
                PROJECT,
                BanTarget.of(CLASS),
                Optional.empty(),
                "ops",
                NOW,
                NOW.plusSeconds(500),
                AgoraRemoval.PENDING);
        BanIndex index = BanIndex.of(List.of(shortBan, longer));
        PolicyQuery query = query(Rtc.publisher(CLASS, UserAccount.of("alice")), TokenFormat.V007);

        assertThat(index.covering(query, NOW)).contains(longer);
        assertThat(BanIndex.of(List.of(shortBan)).covering(query, NOW.plusSeconds(99)))
                .contains(shortBan);
        assertThat(BanIndex.of(List.of(shortBan)).covering(query, NOW.plusSeconds(100)))
                .isEmpty();
        assertThat(index.covering(query, NOW.plusSeconds(500))).isEmpty();
        assertThat(BanIndex.EMPTY.covering(query, NOW)).isEmpty();
        assertThat(BanIndex.EMPTY.isEmpty()).isTrue();
        assertThat(index.isEmpty()).isFalse();
        assertThat(index.find(BanId.of("long"))).contains(longer);
    }

    @Test
    void aBanThatEndedIsNeededWhileAgoraMayHaveItsRule() {
        Ban ban = ban("a", ALICE);
        Ban active = ban.withRemoval(AgoraRemoval.active(1, ban.until().plusSeconds(5)));

        assertThat(active.removal().status()).isEqualTo(AgoraRemoval.Status.ACTIVE);
        assertThat(active.isRepeatOf(ban)).isTrue();
        assertThat(active.isNeededAt(ban.until().plusSeconds(4))).isTrue();
        assertThat(active.isNeededAt(ban.until().plusSeconds(5))).isFalse();
        assertThat(ban.withRemoval(AgoraRemoval.PENDING).isNeededAt(ban.until()))
                .isTrue();
        assertThat(List.of(AgoraRemoval.NOT_CONFIGURED, AgoraRemoval.failed("x"), AgoraRemoval.notPossible("x")))
                .noneMatch(removal -> ban.withRemoval(removal).isNeededAt(ban.until()));
    }

    @Test
    void aRepeatHasTheSameTargetAndDuration() {
        Ban ban = ban("a", ALICE);
        Ban later = new Ban(
                ban.id(),
                PROJECT,
                ALICE,
                Optional.of("again"),
                "ops",
                NOW.plusSeconds(3),
                NOW.plusSeconds(103),
                ban.removal());

        assertThat(later.isRepeatOf(ban)).isTrue();
        assertThat(later.lifted(NOW.plusSeconds(9)).isRepeatOf(ban)).isFalse();
        assertThat(ban("a", NUMBER).isRepeatOf(ban)).isFalse();
        assertThat(ban("b", ALICE).isRepeatOf(ban)).isFalse();
    }

    @Test
    void anIdPrintsAsItself() {
        assertThat(BanId.of("a-1")).hasToString("a-1");
    }

    @Test
    void aBannedCallerLearnsWhatIsBannedAndUntilWhen() {
        ApprovedMessages.verify("user", new BannedException(ban("a", ALICE.in(CLASS))).getMessage());
        ApprovedMessages.verify("channel", new BannedException(ban("a", BanTarget.of(CLASS))).getMessage());
    }

    @Test
    void aBanIsSelectedByAllThatTheFilterNames() {
        Ban ban = ban(
                "a",
                new BanTarget(
                        Optional.of(CLASS),
                        Optional.of(UserId.of(7)),
                        Optional.of(UserAccount.of("al")),
                        Optional.of(RtmUserId.of("ali"))));

        assertThat(BanFilter.ALL.matches(ban)).isTrue();
        assertThat(filter("default", "class-1", 7, "al", "ali").matches(ban)).isTrue();
        assertThat(filter("other", "class-1", 7, "al", "ali").matches(ban)).isFalse();
        assertThat(filter("default", "class-2", 7, "al", "ali").matches(ban)).isFalse();
        assertThat(filter("default", "class-1", 8, "al", "ali").matches(ban)).isFalse();
        assertThat(filter("default", "class-1", 7, "bo", "ali").matches(ban)).isFalse();
        assertThat(filter("default", "class-1", 7, "al", "bob").matches(ban)).isFalse();
        assertThat(filter("default", "class-1", 7, "al", "ali").matches(ban("a", ALICE)))
                .isFalse();
    }

    private static BanFilter filter(String project, String channel, long uid, String account, String userId) {
        return new BanFilter(
                Optional.of(ProjectName.of(project)),
                Optional.of(ChannelName.of(channel)),
                Optional.of(UserId.of(uid)),
                Optional.of(UserAccount.of(account)),
                Optional.of(RtmUserId.of(userId)));
    }

    private static boolean covers(BanTarget target, Service service) {
        PolicyQuery query = query(service, TokenFormat.V007);
        boolean covered = ban("a", target).covers(query);
        assertThat(BanIndex.of(List.of(ban("a", target))).covering(query, NOW).isPresent())
                .as("the index agrees")
                .isEqualTo(covered);
        return covered;
    }

    private static Ban ban(String id, BanTarget target) {
        return new Ban(
                BanId.of(id),
                PROJECT,
                target,
                Optional.empty(),
                "ops",
                NOW,
                NOW.plusSeconds(100),
                AgoraRemoval.NOT_CONFIGURED);
    }

    private static PolicyQuery query(Service service, TokenFormat format) {
        RequestedService asked =
                RequestedService.in(TokenRequest.forServices(List.of(service))).get(0);
        return new PolicyQuery(Claims.NONE, PROJECT, format, Optional.empty(), asked);
    }
}
