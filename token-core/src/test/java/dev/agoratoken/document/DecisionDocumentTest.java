package dev.agoratoken.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.caller.AuthenticationException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Grant;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.service.Rtc;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final RequestId ID = RequestId.of("r-1");
    private static final TokenRequest REQUEST = TokenRequest.forServices(ServiceCombinations.rtcWithRtm(
            Rtc.subscriber(ChannelName.of("class-1"), UserAccount.of("ann")), RtmUserId.of("ann")));

    private final List<Decision> decisions = new ArrayList<>();
    private final AuthorizingIssuer issuer = new AuthorizingIssuer(
            credentials -> {
                throw new AuthenticationException("there are none", "send one");
            },
            new TokenIssuer(
                    Projects.of(List.of(
                            Project.of("970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"))),
                    IssuingDefaults.STANDARD,
                    InstantSource.fixed(NOW),
                    () -> Salt.of(7)),
            (caller, limit) -> {
                throw new AssertionError("nobody has a limit");
            },
            BanChecker.NONE,
            new AuditPolicy(decisions::add, true));

    @Test
    void tellsWhatWasIssuedByTheFingerprintOfTheToken() {
        Grant grant = issuer.issue(caller(Rule.everything("callers[0].allow[0]")), REQUEST, ID);

        DecisionDocument.Issued line = (DecisionDocument.Issued) document();

        assertThat(line)
                .extracting("time", "requestId", "outcome", "caller", "individual", "project", "format", "expiresIn")
                .containsExactly("2026-11-24T12:00:00Z", "r-1", "issued", "mobile", "ann", "default", "007", 3600L);
        assertThat(line.rules()).containsExactly("callers[0].allow[0]", "callers[0].allow[0]");
        assertThat(line.services()).extracting(ServiceDocument::type).containsExactly("rtc", "rtm");
        assertThat(line.services().get(0).channel()).isEqualTo("class-1");
        assertThat(line.services().get(0).user()).isEqualTo(new UserDocument("account", "ann"));
        assertThat(line.services().get(0).privileges()).containsExactly(new PrivilegeDocument("joinChannel", 1, null));
        assertThat(line.token()).matches("[0-9a-f]{16}");
        assertThat(line.toString()).doesNotContain(grant.issued().text());
    }

    @Test
    void tellsWhatWasRefusedAndForWhichField() {
        Caller caller = caller(Rule.everything("short").withMaxLifetime(Lifetime.ofSeconds(60)));

        catchThrowableOfType(
                AccessDeniedException.class,
                () -> issuer.issue(caller, REQUEST.withLifetime(Lifetime.ofSeconds(600)), ID));

        assertThat((DecisionDocument.Refused) document())
                .extracting("outcome", "caller", "code", "field", "project", "format", "expiresIn")
                .containsExactly("refused", "mobile", "not_allowed", "expiresIn", "default", "007", 600L);
    }

    @Test
    void tellsWhereSomebodyUnknownCameFrom() {
        catchThrowableOfType(AuthenticationException.class, () -> issuer.identify(Credentials.none("192.0.2.7"), ID));

        assertThat(document())
                .isEqualTo(new DecisionDocument.Unidentified(
                        "2026-11-24T12:00:00Z", "r-1", "refused", "192.0.2.7", "unknown_caller"));
    }

    private DecisionDocument document() {
        assertThat(decisions).hasSize(1);
        return DecisionDocument.from(decisions.get(0), NOW);
    }

    private static Caller caller(Rule... rules) {
        return new Caller(
                "mobile", CallerKind.LOGIN_TOKEN, Optional.of("ann"), Claims.NONE, AccessRules.allowing(rules));
    }
}
