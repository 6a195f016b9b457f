package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.ServiceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /rte} gives two tokens or none. */
class PairOfTokensTest {
    private static final String PAIR = "/rte/testing/publisher/uid/1234/";

    private final List<Decision> decisions = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger(1);
    private HttpFixture server;

    private void start(AccessRules accessRules) {
        Caller caller = new Caller("mobile", CallerKind.API_KEY, Optional.empty(), Claims.NONE, accessRules);
        server = HttpFixture.started(new AuthorizingIssuer(
                credentials -> caller,
                HttpFixture.issuer(TokenFormat.V007),
                this::take,
                BanChecker.NONE,
                new AuditPolicy(decisions::add, true)));
    }

    private Quota take(Caller caller, RateLimit limit) {
        Quota quota = new Quota(limit.burst(), Math.max(0, left.decrementAndGet()), Duration.ofSeconds(30));
        if (left.get() < 0) {
            throw new RateExceededException(quota, Duration.ofSeconds(30));
        }
        return quota;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsOnceForTheRate() {
        start(AccessRules.EVERYTHING.withRateLimit(RateLimit.parse("1/h")));

        Answer first = server.get(PAIR);
        Answer second = server.get(PAIR);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json()).containsOnlyKeys("rtcToken", "rtmToken");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.header("Retry-After")).isEqualTo("30");
        assertThat(decisions).hasSize(3);
    }

    @Test
    void issuesNothingIfOneOfTheTwoIsRefused() {
        start(AccessRules.allowing(
                Rule.of("calls", List.of(ServiceType.RTC)).withChannels("*").withUsers(UserRule.ANYBODY)));

        Answer answer = server.get(PAIR);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json())
                .containsOnlyKeys("message", "status")
                .extractingByKey("message")
                .asString()
                .startsWith("Error Generating RTC and RTM token: services[1].type: ");
        assertThat(decisions).singleElement().isInstanceOf(Decision.Refused.class);
        assertThat(server.get("/metrics").body()).doesNotContain("agora_tokens_issued_total{");
    }

    @Test
    void countsAndWritesDownBoth() {
        start(AccessRules.EVERYTHING);

        assertThat(server.get(PAIR).status()).isEqualTo(200);

        assertThat(decisions)
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision).isInstanceOf(Decision.Issued.class));
        assertThat(server.get("/metrics").body())
                .contains(
                        "agora_tokens_issued_total{format=\"007\",project=\"default\",service=\"rtc\"} 1.0",
                        "agora_tokens_issued_total{format=\"007\",project=\"default\",service=\"several\"} 1.0");
    }
}
