package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.ban.UnknownBanException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.testing.FakeBanStore;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ServiceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BanServiceTest {
    private static final RequestId REQUEST = RequestId.of("r");
    private static final ProjectName PROJECT = ProjectName.of("default");
    private static final ChannelName NORTH = ChannelName.of("north-1");
    private static final BanTarget ALICE = BanTarget.of(UserAccount.of("alice"));
    private static final Caller TEACHER = caller(
            Map.of("school", "north"),
            Rule.of("teach", List.of(ServiceType.RTC))
                    .withActions(Set.of(Action.ISSUE, Action.BAN))
                    .withChannels("${claims.school}-*")
                    .withUsers(UserRule.ANYBODY));
    private static final Caller PUPIL = caller(PolicyFixture.rtcIn("*"));

    private final List<Decision> audit = new ArrayList<>();
    private final FakeBanStore store = new FakeBanStore(() -> this.now);
    private int ids;
    private final FakeRemover remover = new FakeRemover();
    private Instant now = Instant.parse("2026-11-28T12:00:00.5Z");
    private final BanService bans = new BanService(
            store,
            remover,
            new AuditPolicy(audit::add, false),
            PROJECT,
            Projects.of(List.of(Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"))),
            () -> now,
            () -> BanId.of("id-" + ids++));

    @Test
    void makesABanForTheDefaultTime() {
        Ban ban = bans.ban(TEACHER, BanRequest.of(ALICE.in(NORTH)), REQUEST).ban();

        assertThat(ban.createdAt()).isEqualTo("2026-11-28T12:00:00Z");
        assertThat(Duration.between(ban.createdAt(), ban.until())).isEqualTo(Duration.ofSeconds(86_430));
        assertThat(ban.project()).isEqualTo(PROJECT);
        assertThat(ban.by()).isEqualTo("mobile ann");
        assertThat(ban.removal()).isEqualTo(AgoraRemoval.PENDING);
        assertThat(store.current().find(ban.id())).contains(ban);
        assertThat(audit).containsExactly(new Decision.Banned(REQUEST, TEACHER, ban));
        assertThat(remover.woken).isEqualTo(1);
    }

    @Test
    void aTeacherBansOnlyInTheChannelsOfTheSchool() {
        assertDenied(TEACHER, ALICE.in(ChannelName.of("south-1")), "channel");
        assertDenied(TEACHER, ALICE, "channel");
        assertDenied(PUPIL, ALICE.in(NORTH), "actions");
        assertThat(bans.ban(TEACHER, BanRequest.of(BanTarget.of(NORTH)), REQUEST)
                        .ban()
                        .target())
                .isEqualTo(BanTarget.of(NORTH));
    }

    @Test
    void aRuleForOneUserAllowsNoBanOfAll() {
        Caller limited = caller(Rule.of("own", List.of(ServiceType.RTC))
                .withActions(Set.of(Action.BAN))
                .withChannels("*")
                .withUsers(UserRule.ofName("guest-*")));

        assertDenied(limited, BanTarget.of(NORTH), "uid");
        assertDenied(limited, ALICE, "account");
        assertDenied(limited, BanTarget.of(UserId.of(7)), "uid");
        assertDenied(limited, BanTarget.of(RtmUserId.of("alice")), "userId");
        assertThat(bans.ban(limited, BanRequest.of(BanTarget.of(UserAccount.of("guest-1"))), REQUEST)
                        .ban()
                        .until())
                .isAfter(now);
    }

    @Test
    void aRuleForOneProjectAllowsNoBanInAnother() {
        Caller elsewhere = caller(Rule.everything("other").withProjects(Set.of(ProjectName.of("other"))));
        Ban ban = bans.ban(TEACHER, BanRequest.of(ALICE.in(NORTH)), REQUEST).ban();

        assertDenied(elsewhere, ALICE.in(NORTH), "project");
        assertThat(bans.list(elsewhere, BanFilter.ALL)).isEmpty();
        assertThatThrownBy(() -> bans.lift(elsewhere, ban.id(), REQUEST)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aRuleForOneUserListsNoBanOfOthers() {
        Caller limited = caller(Rule.everything("own").withUsers(UserRule.ofName("guest-*")));
        bans.ban(TEACHER, BanRequest.of(ALICE.in(NORTH)), REQUEST);
        Ban guest = bans.ban(
                        TEACHER,
                        BanRequest.of(BanTarget.of(UserAccount.of("guest-1")).in(NORTH)),
                        REQUEST)
                .ban();

        assertThat(bans.list(limited, BanFilter.ALL)).containsExactly(guest);
    }

    @Test
    void aRuleForBansAloneIssuesNothing() {
        Caller guard = caller(PolicyFixture.rtcIn("*").withActions(Set.of(Action.BAN)));

        assertThatThrownBy(() -> PolicyFixture.POLICY.authorize(
                        guard, PolicyFixture.requestFor(PolicyFixture.publisherIn("north-1"))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void otherProjectsAreDeniedBeforeTheyAreUnknown() {
        BanRequest elsewhere = new BanRequest(
                Optional.empty(),
                Optional.of(ProjectName.of("other")),
                ALICE.in(NORTH),
                Optional.empty(),
                Optional.empty(),
                true);

        assertThatThrownBy(() -> bans.ban(PUPIL, elsewhere, REQUEST)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> bans.ban(Caller.OPEN, elsewhere, REQUEST)).isInstanceOf(UnknownProjectException.class);
        assertThat(store.current().bans()).isEmpty();
    }

    @Test
    void repeatsAndConflictsAreDistinguished() {
        Ban first = bans.ban(TEACHER, named("x", ALICE.in(NORTH)), REQUEST).ban();
        now = now.plusSeconds(5);

        assertThat(bans.ban(TEACHER, named("x", ALICE.in(NORTH)), REQUEST))
                .isEqualTo(new BanService.Outcome(first, false));
        assertThatThrownBy(() -> bans.ban(TEACHER, named("x", BanTarget.of(NORTH)), REQUEST))
                .isInstanceOf(BanConflictException.class);
        assertThat(audit.get(2)).isInstanceOf(Decision.BanDenied.class);
    }

    @Test
    void listsAndFindsWhatTheCallerCouldHaveMade() {
        Ban north =
                bans.ban(Caller.OPEN, named("north", ALICE.in(NORTH)), REQUEST).ban();
        now = now.plusSeconds(1);
        Ban everywhere = bans.ban(Caller.OPEN, named("all", ALICE), REQUEST).ban();

        assertThat(bans.list(Caller.OPEN, BanFilter.ALL)).containsExactly(everywhere, north);
        assertThat(bans.list(TEACHER, BanFilter.ALL)).containsExactly(north);
        assertThat(bans.list(PUPIL, BanFilter.ALL)).isEmpty();
        assertThat(bans.find(TEACHER, north.id())).isEqualTo(north);
        assertThatThrownBy(() -> bans.find(TEACHER, everywhere.id())).isInstanceOf(AccessDeniedException.class);
        now = north.until();
        assertThat(bans.list(Caller.OPEN, BanFilter.ALL)).containsExactly(everywhere);
        assertThatThrownBy(() -> bans.find(TEACHER, north.id())).isInstanceOf(UnknownBanException.class);
    }

    @Test
    void liftsABanOnce() {
        Ban ban = bans.ban(TEACHER, BanRequest.of(ALICE.in(NORTH)), REQUEST).ban();

        assertThatThrownBy(() -> bans.lift(PUPIL, ban.id(), REQUEST)).isInstanceOf(AccessDeniedException.class);
        bans.lift(TEACHER, ban.id(), REQUEST);

        assertThat(bans.list(Caller.OPEN, BanFilter.ALL)).isEmpty();
        assertThat(store.current().bans())
                .as("kept until the rule at Agora is deleted")
                .hasSize(1);
        assertThat(audit.get(1)).isEqualTo(new Decision.BanLifted(REQUEST, TEACHER, ban));
        assertThat(remover.woken).isEqualTo(2);
        assertThatThrownBy(() -> bans.lift(TEACHER, ban.id(), REQUEST)).isInstanceOf(UnknownBanException.class);
    }

    @Test
    void aBanWithoutARuleAtAgoraIsForgottenAtOnce() {
        BanRequest local = new BanRequest(
                Optional.empty(), Optional.empty(), ALICE.in(NORTH), Optional.empty(), Optional.of("spam"), false);
        Ban ban = bans.ban(TEACHER, local, REQUEST).ban();

        assertThat(ban.removal()).isEqualTo(AgoraRemoval.NOT_REQUESTED);
        assertThat(ban.reason()).contains("spam");
        bans.lift(TEACHER, ban.id(), REQUEST);
        assertThat(store.current().bans()).isEmpty();
    }

    @Test
    void withoutAccessToAgoraABanHasNoRuleThere() {
        assertThat(AgoraRemover.NONE.initialState(PROJECT, ALICE)).isEqualTo(AgoraRemoval.NOT_CONFIGURED);
    }

    @Test
    void theIdOfABanThatEndedMakesANewOne() {
        BanRequest request = new BanRequest(
                Optional.of(BanId.of("x")), Optional.empty(), ALICE, Optional.empty(), Optional.empty(), false);
        Ban first = bans.ban(Caller.OPEN, request, REQUEST).ban();
        now = first.until();

        BanService.Outcome second = bans.ban(Caller.OPEN, request, REQUEST);

        assertThat(second.created()).isTrue();
        assertThat(second.ban().until()).isAfter(now);
    }

    @Test
    void listsBansOfTheSameSecondById() {
        Ban last = bans.ban(TEACHER, named("aa", ALICE.in(NORTH)), REQUEST).ban();
        Ban first = bans.ban(TEACHER, named("a", BanTarget.of(NORTH)), REQUEST).ban();

        assertThat(bans.list(Caller.OPEN, BanFilter.ALL)).containsExactly(first, last);
    }

    @Test
    void aBanThatCannotBeStoredIsNotMade() {
        store.setFailing(true);

        assertThatThrownBy(() -> bans.ban(TEACHER, BanRequest.of(ALICE.in(NORTH)), REQUEST))
                .isInstanceOf(BanStoreUnavailableException.class);
        assertThat(bans.list(Caller.OPEN, BanFilter.ALL)).isEmpty();
        assertThat(remover.woken).isZero();
    }

    private void assertDenied(Caller caller, BanTarget target, String field) {
        assertThatThrownBy(() -> bans.ban(caller, BanRequest.of(target), REQUEST))
                .isInstanceOfSatisfying(
                        AccessDeniedException.class, e -> assertThat(e.path()).isEqualTo(field));
    }

    private static BanRequest named(String id, BanTarget target) {
        return new BanRequest(
                Optional.of(BanId.of(id)), Optional.empty(), target, Optional.empty(), Optional.empty(), true);
    }

    private static final class FakeRemover implements AgoraRemover {
        private int woken;

        @Override
        public AgoraRemoval initialState(ProjectName project, BanTarget target) {
            return AgoraRemoval.PENDING;
        }

        @Override
        public void wake() {
            woken++;
        }
    }
}
