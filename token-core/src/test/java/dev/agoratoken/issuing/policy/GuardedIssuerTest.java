package dev.agoratoken.issuing.policy;

import static dev.agoratoken.issuing.policy.PolicyFixture.anyNamed;
import static dev.agoratoken.issuing.policy.PolicyFixture.caller;
import static dev.agoratoken.issuing.policy.PolicyFixture.publisherIn;
import static dev.agoratoken.issuing.policy.PolicyFixture.requestFor;
import static dev.agoratoken.issuing.policy.PolicyFixture.rtcIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.OmittedUsers;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.ServiceType;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardedIssuerTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Quota QUOTA = new Quota(5, 4, Duration.ofSeconds(1));
    private static final ChannelName CHANNEL = ChannelName.of("class-1");

    private final List<String> taken = new ArrayList<>();
    private final GuardedIssuer guarded = new GuardedIssuer(
            credentials -> {
                throw new UnknownCallerException("there are none", "send one");
            },
            issuer(),
            (caller, limit) -> {
                taken.add(caller.identity());
                return QUOTA;
            });

    @Test
    void issuesWhatTheRulesCover() {
        Caller caller = caller(rtcIn("class-*").withLongest(Lifetime.ofSeconds(60)));

        Grant grant = guarded.issue(caller, requestFor(publisherIn("class-1")));

        assertThat(grant.issued().expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(grant.rules()).containsExactly("rtc");
        assertThat(grant.quota()).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void refusesWhatTheyDoNot() {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> guarded.issue(caller(rtcIn("class-*")), requestFor(publisherIn("staff"))));
    }

    @Test
    void countsEveryRequestOfACallerWithARate() {
        Caller caller = caller(Map.of(), Rights.allowing(rtcIn("class-*")).at(RateLimit.parse("5/s")));

        assertThat(guarded.issue(caller, requestFor(publisherIn("class-1"))).quota())
                .contains(QUOTA);
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> guarded.issue(caller, requestFor(publisherIn("staff"))));
        assertThat(taken).containsExactly("mobile ann", "mobile ann");
    }

    @Test
    void doesNotTellWhichProjectsThereAreBeyondTheRules() {
        ProjectName unknown = ProjectName.of("unknown");
        Caller limited = caller(rtcIn("*").withProjects(Set.of(ProjectName.DEFAULT)));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() ->
                        guarded.issue(limited, requestFor(publisherIn("a")).of(unknown)));
        assertThatExceptionOfType(UnknownProjectException.class)
                .isThrownBy(() -> guarded.issue(
                        caller(rtcIn("*")), requestFor(publisherIn("a")).of(unknown)));
    }

    @Test
    void identifiesCallersByTheGivenOnes() {
        Credentials none = Credentials.none("127.0.0.1");

        assertThatExceptionOfType(UnknownCallerException.class).isThrownBy(() -> guarded.identify(none));
        assertThat(GuardedIssuer.open(issuer()).identify(none)).isEqualTo(Caller.OPEN);
    }

    @Test
    void letsTheOpenCallerHaveAnything() {
        GuardedIssuer open = GuardedIssuer.open(issuer());

        assertThat(open.issue(Caller.OPEN, requestFor(publisherIn("a")))
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
        OmittedUsers byName = omitted("ann", UserRule.named("${claims.sub}"));
        OmittedUsers byNumber = omitted("1234", UserRule.numbered("${claims.sub}"));

        assertThat(byName.inChannel(ServiceType.RTC, CHANNEL)).contains(UserAccount.of("ann"));
        assertThat(byName.userId(ServiceType.RTM)).contains("ann");
        assertThat(byNumber.inChannel(ServiceType.RTC, CHANNEL)).contains(UserId.of(1234));
        assertThat(byNumber.userId(ServiceType.RTM)).contains("1234");
    }

    @Test
    void meansNobodyElsewhere() {
        OmittedUsers omitted = omitted("ann", UserRule.named("${claims.sub}"));

        assertThat(omitted.inChannel(ServiceType.RTC, ChannelName.of("staff"))).isEmpty();
        assertThat(omitted.userId(ServiceType.CHAT)).isEmpty();
        assertThat(omitted("*", UserRule.named("${claims.sub}")).userId(ServiceType.RTM))
                .isEmpty();
        assertThat(omitted("ann", UserRule.named("guest-*")).userId(ServiceType.RTM))
                .isEmpty();
        assertThat(omitted("007", UserRule.numbered("${claims.sub}")).inChannel(ServiceType.RTC, CHANNEL))
                .isEmpty();
    }

    private OmittedUsers omitted(String sub, UserRule users) {
        Rule rule = anyNamed(ServiceType.RTC, ServiceType.RTM)
                .withChannels("class-*")
                .withUsers(users);
        return guarded.omittedUsers(caller(Map.of("sub", sub), rule));
    }

    private static TokenIssuer issuer() {
        Project project = Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b");
        return new TokenIssuer(
                name -> Optional.of(project).filter(found -> found.name().equals(name)),
                IssuingDefaults.STANDARD,
                InstantSource.fixed(NOW),
                () -> Salt.of(7));
    }
}
