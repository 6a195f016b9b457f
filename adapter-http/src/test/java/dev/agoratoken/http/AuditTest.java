package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "X-Request-Id", "r-1");

    private static final Caller MOBILE = new Caller(
            "mobile",
            CallerKind.LOGIN_TOKEN,
            Optional.of("ann"),
            Claims.NONE,
            AccessRules.allowing(Rule.everything("callers[0].allow[0]").withMaxLifetime(Lifetime.ofSeconds(600))));

    private final List<Decision> decisions = new CopyOnWriteArrayList<>();
    private volatile boolean full;
    private HttpFixture server;

    @BeforeEach
    void start() {
        AuditPolicy auditPolicy = new AuditPolicy(this::add, true);
        server = HttpFixture.started(
                new AuthorizingIssuer(
                        credentials -> MOBILE,
                        HttpFixture.issuer(TokenFormat.V007),
                        (caller, limit) -> {
                            throw new AssertionError("nobody has a limit");
                        },
                        BanChecker.NONE,
                        auditPolicy),
                () -> full ? Optional.of(new AuditOutage("the disk is full", true)) : Optional.empty());
    }

    private void add(Decision decision) {
        if (full) {
            throw new AuditUnavailableException();
        }
        decisions.add(decision);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask(int seconds) {
        return server.send(
                "POST",
                "/v1/tokens",
                HEADERS,
                "{\"expiresIn\":" + seconds
                        + ",\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":1234,\"role\":\"subscriber\"}]}");
    }

    @Test
    void recordsWhatWasIssued() {
        String token = (String) ask(60).json().get("token");

        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Issued.class, issued -> {
            assertThat(issued.requestId().value()).isEqualTo("r-1");
            assertThat(issued.caller()).isEqualTo(MOBILE);
            assertThat(issued.grant().issued().token().reveal()).isEqualTo(token);
        });
    }

    @Test
    void recordsWhatWasRefusedWhichTheAnswerCallsTheSame() {
        Answer answer = ask(601);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail")).asString().startsWith("expiresIn: ");
        assertThat(answer.json().get("errors")).asString().startsWith("[{field=expiresIn, ");
        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.requestId().value()).isEqualTo("r-1");
            assertThat(refused.caller()).isEqualTo(MOBILE);
            assertThat(refused.reason().code())
                    .isEqualTo(answer.json().get("code"))
                    .isEqualTo("not_allowed");
            assertThat(refused.request().lifetime()).contains(Lifetime.ofSeconds(601));
        });
    }

    @Test
    void recordsEachTokenOfTheOldRoutes() {
        server.get("/rte/testing/publisher/uid/1234/?expiry=60");
        server.post("/getToken", "{\"tokenType\":\"rtm\",\"uid\":\"1234\",\"expire\":60}");

        assertThat(decisions).hasSize(3).hasOnlyElementsOfType(Decision.Issued.class);
    }

    @Test
    void givesNoTokenOutWhileNothingCanBeWritten() {
        full = true;

        Answer answer = ask(60);
        Answer old = server.get("/rtm/1234/?expiry=60");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json()).containsEntry("code", "audit_unavailable").doesNotContainKey("token");
        assertThat(old.status()).isEqualTo(503);
        assertThat(old.body()).contains("audit: ").doesNotContain("rtmToken");
        assertThat(server.get("/health/ready").status()).isEqualTo(503);
        assertThat(server.get("/health/ready").json())
                .containsEntry("status", "unready")
                .containsEntry("audit", "the disk is full");

        full = false;

        assertThat(ask(60).status()).isEqualTo(201);
        assertThat(server.get("/health/ready").status()).isEqualTo(200);
        assertThat(server.get("/health/ready").json()).doesNotContainKey("audit");
    }
}
