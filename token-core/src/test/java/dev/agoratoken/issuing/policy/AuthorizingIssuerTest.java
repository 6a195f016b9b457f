package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.anyNamed;
import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static dev.agoratoken.issuing.policy.PolicyFixture.publisherIn;
import static dev.agoratoken.issuing.policy.PolicyFixture.requestFor;
import static dev.agoratoken.issuing.policy.PolicyFixture.rtcIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.ban.BannedException;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerAuthenticator;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.TokenException;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ServiceType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizingIssuerTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Quota QUOTA = new Quota(5, 4, Duration.ofSeconds(1));
    private static final ChannelName CHANNEL = ChannelName.of("class-1");

    private static final RequestId ID = RequestId.of("r-1");

    private final List<String> taken = new ArrayList<>();
    private final List<Decision> recorded = new ArrayList<>();
    private boolean full;
    private final AuthorizingIssuer guarded = new AuthorizingIssuer(
            credentials -> {
                throw new AuthenticationException("there are none", "send one");
            },
            issuer(),
            (caller, limit) -> {
                taken.add(caller.identity());
                return QUOTA;
            },
            BanChecker.NONE,
            new AuditPolicy(this::record, true));

    @Test
    void issuesWhatTheRulesCover() {
        Caller caller = caller(rtcIn("class-*").withMaxLifetime(Lifetime.ofSeconds(60)));

        Grant grant = guarded.issue(caller, requestFor(publisherIn("class-1")), ID);

        assertThat(grant.issued().expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(grant.rules()).containsExactly("rtc");
        assertThat(grant.quota()).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void refusesWhatTheyDoNot() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> guarded.issue(caller(rtcIn("class-*")), requestFor(publisherIn("staff")), ID));
    }

    @Test
    void countsEveryRequestOfACallerWithARate() {
        Caller caller = caller(Map.of(), AccessRules.allowing(rtcIn("class-*")).withRateLimit(RateLimit.parse("5/s")));

        assertThat(guarded.issue(caller, requestFor(publisherIn("class-1")), ID).quota())
                .contains(QUOTA);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> guarded.issue(caller, requestFor(publisherIn("staff")), ID));
        assertThat(taken).containsExactly("mobile ann", "mobile ann");
    }

    @Test
    void countsWhatIsAskedForTogetherOnce() {
        Caller caller = caller(Map.of(), AccessRules.allowing(rtcIn("class-*")).withRateLimit(RateLimit.parse("5/s")));

        List<Grant> grants = guarded.issueAll(
                caller, List.of(requestFor(publisherIn("class-1")), requestFor(publisherIn("class-2"))), ID);

        assertThat(grants).extracting(Grant::quota).containsOnly(Optional.of(QUOTA));
        assertThat(taken).hasSize(1);
        assertThat(recorded)
                .containsExactly(
                        new Decision.Issued(ID, caller, grants.get(0)), new Decision.Issued(ID, caller, grants.get(1)));
    }

    @Test
    void issuesNothingIfAPartOfItIsRefused() {
        Caller caller = caller(rtcIn("class-*"));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> guarded.issueAll(
                        caller, List.of(requestFor(publisherIn("class-1")), requestFor(publisherIn("staff"))), ID));

        assertThat(recorded).singleElement().isInstanceOf(Decision.Refused.class);
    }

    @Test
    void doesNotTellWhichProjectsThereAreBeyondTheRules() {
        ProjectName unknown = ProjectName.of("unknown");
        Caller limited = caller(rtcIn("*").withProjects(Set.of(ProjectName.DEFAULT)));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        guarded.issue(limited, requestFor(publisherIn("a")).withProject(unknown), ID));
        assertThatExceptionOfType(UnknownProjectException.class)
                .isThrownBy(() -> guarded.issue(
                        caller(rtcIn("*")), requestFor(publisherIn("a")).withProject(unknown), ID));
    }

    @Test
    void identifiesCallersByTheGivenOnes() {
        Credentials none = Credentials.none("127.0.0.1");

        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> guarded.identify(none, ID));
        assertThat(AuthorizingIssuer.open(issuer()).identify(none, ID)).isEqualTo(Caller.OPEN);
    }

    @Test
    void writesDownWhatIsIssuedBeforeItIsGivenOut() {
        Caller caller = caller(rtcIn("class-*"));

        Grant grant = guarded.issue(caller, requestFor(publisherIn("class-1")), ID);

        assertThat(recorded).containsExactly(new Decision.Issued(ID, caller, grant));
    }

    @Test
    void writesDownWhatIsRefusedWithProjectAndFormatFilledIn() {
        Caller caller = caller(rtcIn("class-*"));
        TokenRequest request = requestFor(publisherIn("staff"));

        Throwable reason = catchThrowable(() -> guarded.issue(caller, request, ID));

        assertRecorded(caller, request, reason);
    }

    private void assertRecorded(Caller caller, TokenRequest request, Throwable reason) {
        assertThat(recorded)
                .containsExactly(new Decision.Refused(
                        ID,
                        caller,
                        request.withProject(ProjectName.DEFAULT).withFormat(TokenFormat.V007),
                        (TokenException) reason));
    }

    @Test
    void writesDownThatSomebodyIsNotKnown() {
        Throwable reason = catchThrowable(() -> guarded.identify(Credentials.none("192.0.2.7"), ID));

        assertThat(recorded)
                .containsExactly(new Decision.AuthenticationFailed(ID, "192.0.2.7", (AuthenticationException) reason));
    }

    @Test
    void holdsBackATokenWhoseDecisionCannotBeWrittenDown() {
        full = true;

        assertThatExceptionOfType(AuditUnavailableException.class)
                .isThrownBy(() -> guarded.issue(caller(rtcIn("*")), requestFor(publisherIn("a")), ID))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("audit_unavailable"));
    }

    @Test
    void keepsToARefusalThatCannotBeWrittenDown() {
        full = true;

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> guarded.issue(caller(rtcIn("a")), requestFor(publisherIn("b")), ID));
    }

    @Test
    void givesTheTokenOutAnywayIfTheAuditIsNotRequired() {
        full = true;
        AuthorizingIssuer lenient = new AuthorizingIssuer(
                CallerAuthenticator.OPEN,
                issuer(),
                (caller, limit) -> QUOTA,
                BanChecker.NONE,
                new AuditPolicy(this::record, false));

        assertThat(lenient.issue(Caller.OPEN, requestFor(publisherIn("a")), ID)
                        .issued()
                        .text())
                .startsWith("007");
        assertThat(recorded).isEmpty();
    }

    @Test
    void knowsTheProjectOfAnAppId() {
        assertThat(guarded.projectWith(AppId.of("970CA35de60c44645bbae8a215061b33")))
                .contains(ProjectName.of("default"));
        assertThat(guarded.projectWith(AppId.of("a".repeat(32)))).isEmpty();
    }

    @Test
    void takesNoDefaultUserFromARuleForBans() {
        Caller caller = caller(rtcIn("class-*").withActions(Set.of(Action.BAN)).withUsers(UserRule.ofNumber("7")));

        assertThat(guarded.omittedUsers(caller).inChannel(ServiceType.RTC, CHANNEL))
                .isEmpty();
    }

    @Test
    void rejectsWhatIsWithinABanAndRecordsIt() {
        Caller caller = caller(rtcIn("class-*"));
        TokenRequest request = requestFor(publisherIn("class-2"), publisherIn("class-1"));

        Throwable reason =
                catchThrowable(() -> banning(CHANNEL, NOW.plusSeconds(1)).issue(caller, request, ID));

        assertThat(reason).isInstanceOfSatisfying(BannedException.class, banned -> {
            assertThat(banned.id()).isEqualTo(BanId.of("b"));
            assertThat(banned.until()).isEqualTo(NOW.plusSeconds(1));
        });
        assertRecorded(caller, request, reason);
    }

    @Test
    void issuesWhatNoBanCoversNow() {
        Caller caller = caller(rtcIn("class-*"));

        assertThat(banning(CHANNEL, NOW.plusSeconds(1)).issue(caller, requestFor(publisherIn("class-2")), ID))
                .isNotNull();
        assertThat(banning(CHANNEL, NOW).issue(caller, requestFor(publisherIn("class-1")), ID))
                .isNotNull();
    }

    @Test
    void namesNoBanToACallerWithoutARule() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> banning(CHANNEL, NOW.plusSeconds(1))
                        .issue(caller(rtcIn("staff")), requestFor(publisherIn("class-1")), ID));
    }

    private AuthorizingIssuer banning(ChannelName channel, Instant until) {
        Ban ban = new Ban(
                BanId.of("b"),
                ProjectName.DEFAULT,
                BanTarget.of(channel),
                Optional.empty(),
                "ops",
                NOW.minusSeconds(10),
                until,
                AgoraRemoval.NOT_CONFIGURED);
        return new AuthorizingIssuer(
                CallerAuthenticator.OPEN,
                issuer(),
                (caller, limit) -> QUOTA,
                BanChecker.of(() -> BanIndex.of(List.of(ban)), InstantSource.fixed(NOW)),
                new AuditPolicy(this::record, true));
    }

    private void record(Decision decision) {
        if (full) {
            throw new AuditUnavailableException();
        }
        recorded.add(decision);
    }

    @Test
    void letsTheOpenCallerHaveAnything() {
        AuthorizingIssuer open = AuthorizingIssuer.open(issuer());

        assertThat(open.issue(Caller.OPEN, requestFor(publisherIn("a")), ID)
                        .issued()
                        .text())
                .startsWith("007");
        assertThat(open.formatOf(requestFor(publisherIn("a")))).isEqualTo(TokenFormat.V007);
        assertThat(open.omittedUsers(Caller.OPEN).inChannel(ServiceType.RTC, CHANNEL))
                .isEmpty();
        assertThat(open.omittedUsers(Caller.OPEN).userId(ServiceType.RTM)).isEmpty();
    }

    @Test
    void meansTheUserOfTheRuleWhereNoneIsNamed() {
        DefaultUserResolver byName = omitted("ann", UserRule.ofName("${claims.sub}"));
        DefaultUserResolver byNumber = omitted("1234", UserRule.ofNumber("${claims.sub}"));

        assertThat(byName.inChannel(ServiceType.RTC, CHANNEL)).contains(UserAccount.of("ann"));
        assertThat(byName.userId(ServiceType.RTM)).contains("ann");
        assertThat(byNumber.inChannel(ServiceType.RTC, CHANNEL)).contains(UserId.of(1234));
        assertThat(byNumber.userId(ServiceType.RTM)).contains("1234");
    }

    @Test
    void meansNobodyElsewhere() {
        DefaultUserResolver defaultUsers = omitted("ann", UserRule.ofName("${claims.sub}"));

        assertThat(defaultUsers.inChannel(ServiceType.RTC, ChannelName.of("staff")))
                .isEmpty();
        assertThat(defaultUsers.userId(ServiceType.CHAT)).isEmpty();
        assertThat(omitted("*", UserRule.ofName("${claims.sub}")).userId(ServiceType.RTM))
                .isEmpty();
        assertThat(omitted("ann", UserRule.ofName("guest-*")).userId(ServiceType.RTM))
                .isEmpty();
        assertThat(omitted("007", UserRule.ofNumber("${claims.sub}")).inChannel(ServiceType.RTC, CHANNEL))
                .isEmpty();
    }

    private DefaultUserResolver omitted(String sub, UserRule users) {
        Rule rule = anyNamed(ServiceType.RTC, ServiceType.RTM)
                .withChannels("class-*")
                .withUsers(users);
        return guarded.omittedUsers(caller(Map.of("sub", sub), rule));
    }

    private static TokenIssuer issuer() {
        Project project = Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");
        return new TokenIssuer(
                Projects.of(List.of(project)), IssuingDefaults.STANDARD, InstantSource.fixed(NOW), () -> Salt.of(7));
    }
}
