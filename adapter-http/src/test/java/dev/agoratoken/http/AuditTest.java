package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.json.JsonCodec;
import dev.agoratoken.http.log.JsonAuditTrail;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
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

    /** A subject as an identity provider might let people choose it. */
    private static final Caller MOBILE = new Caller(
            "mobile",
            CallerKind.LOGIN_TOKEN,
            Optional.of("ann\n{\"outcome\":\"issued\"}\u2028\u001b[2J"),
            Claims.NONE,
            AccessRules.allowing(Rule.everything("callers[0].allow[0]").withMaxLifetime(Lifetime.ofSeconds(600))));

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean full;
    private HttpFixture server;

    @BeforeEach
    void start() {
        AuditPolicy auditPolicy =
                new AuditPolicy(new JsonAuditTrail(InstantSource.fixed(HttpFixture.NOW), List.of(this::add)), true);
        server = HttpFixture.started(
                new AuthorizingIssuer(
                        credentials -> MOBILE,
                        HttpFixture.issuer(TokenFormat.V007),
                        (caller, limit) -> {
                            throw new AssertionError("nobody has a limit");
                        },
                        auditPolicy),
                () -> full ? Optional.of(new AuditOutage("the disk is full", true)) : Optional.empty());
    }

    private void add(String line) {
        if (full) {
            throw new AuditUnavailableException();
        }
        lines.add(line);
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
    void writesALineOfWhatWasIssued() {
        String token = (String) ask(60).json().get("token");

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).doesNotContain(token).doesNotContain("\n").doesNotContain("\u001b");
        assertThat(line())
                .containsEntry("requestId", "r-1")
                .containsEntry("outcome", "issued")
                .containsEntry("caller", "mobile")
                .containsEntry("individual", MOBILE.subject().orElseThrow())
                .containsEntry("rules", List.of("callers[0].allow[0]"))
                .containsEntry("expiresIn", 60)
                .containsEntry(
                        "services",
                        List.of(Map.of(
                                "type",
                                "rtc",
                                "channel",
                                "testing",
                                "user",
                                Map.of("kind", "number", "value", "1234"),
                                "privileges",
                                List.of(Map.of("name", "joinChannel", "id", 1)))));
    }

    @Test
    void writesALineOfWhatWasRefusedWhichTheAnswerCallsTheSame() {
        Answer answer = ask(601);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail")).asString().startsWith("expiresIn: no rule covers this");
        assertThat(answer.json().get("errors")).asString().startsWith("[{field=expiresIn, ");
        assertThat(line())
                .containsEntry("outcome", "refused")
                .containsEntry("code", "not_allowed")
                .containsEntry("field", "expiresIn")
                .containsEntry("expiresIn", 601);
    }

    @Test
    void writesALineOfEachTokenOfTheOldRoutes() {
        server.get("/rte/testing/publisher/uid/1234/?expiry=60");
        server.post("/getToken", "{\"tokenType\":\"rtm\",\"uid\":\"1234\",\"expire\":60}");

        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).contains("\"outcome\":\"issued\""));
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

    @SuppressWarnings("unchecked")
    private Map<String, Object> line() {
        assertThat(lines).hasSize(1);
        return (Map<String, Object>) JsonCodec.parse(lines.get(0).getBytes(StandardCharsets.UTF_8));
    }
}
