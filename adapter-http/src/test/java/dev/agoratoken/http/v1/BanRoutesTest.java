package dev.agoratoken.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.Decision;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.testing.FakeBanStore;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.ServiceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans over HTTP: a teacher of the school north, a pupil, and the operator, told by their API keys. */
class BanRoutesTest {
    private static final String ALICE = "{\"id\":\"b-1\",\"channel\":\"north-1\",\"account\":\"alice\",\"for\":60}";
    private static final String TOKEN_OF_ALICE =
            "{\"services\":[{\"type\":\"rtc\",\"channel\":\"north-1\",\"account\":\"alice\"}]}";

    private static final Rule NORTH = Rule.of("teach", List.of(ServiceType.RTC))
            .withChannels("${claims.school}-*")
            .withUsers(UserRule.ANYBODY);
    private static final Map<String, Caller> CALLERS = Map.of(
            "teacher", caller("mobile", NORTH.withActions(Set.of(Action.ISSUE, Action.BAN))),
            "pupil", caller("mobile", NORTH),
            "operator", caller("operator", Rule.everything("everything")),
            "hasty",
                    new Caller(
                            "hasty",
                            CallerKind.API_KEY,
                            Optional.empty(),
                            Claims.NONE,
                            AccessRules.EVERYTHING.withRateLimit(RateLimit.parse("1/h"))));

    private final List<Decision> audit = new CopyOnWriteArrayList<>();
    private volatile Instant now = HttpFixture.NOW;
    private final FakeBanStore store = new FakeBanStore(() -> now);
    private HttpFixture server;

    private static Caller caller(String name, Rule rule) {
        return new Caller(
                name,
                CallerKind.LOGIN_TOKEN,
                Optional.of("ann"),
                Claims.of(Map.of("school", "north")),
                AccessRules.allowing(rule));
    }

    @BeforeEach
    void start() {
        AuditPolicy auditPolicy = new AuditPolicy(audit::add, true);
        server = HttpFixture.started(
                new AuthorizingIssuer(
                        BanRoutesTest::identify,
                        HttpFixture.issuer(TokenFormat.V007),
                        BanRoutesTest::acquire,
                        BanChecker.of(store::current, () -> now),
                        auditPolicy),
                new BanService(
                        store,
                        AgoraRemover.NONE,
                        auditPolicy,
                        IssuingDefaults.STANDARD.project(),
                        HttpFixture.projects(),
                        () -> now,
                        () -> BanId.of("random")),
                () -> store.current().bans().size());
    }

    private static Caller identify(Credentials credentials) {
        return CALLERS.get(credentials.bearerOrApiKey().orElse("operator"));
    }

    private static Quota acquire(Caller caller, RateLimit limit) {
        throw new RateExceededException(new Quota(1, 0, Duration.ofSeconds(9)), Duration.ofSeconds(9));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer ask(String caller, String method, String target, String body) {
        Map<String, String> headers = body == null
                ? Map.of("X-Api-Key", caller, "X-Request-Id", "r-1")
                : Map.of("X-Api-Key", caller, "X-Request-Id", "r-1", "Content-Type", "application/json");
        return server.send(method, target, headers, body);
    }

    private Answer ban(String caller, String body) {
        return ask(caller, "POST", "/v1/bans", body);
    }

    @Test
    void bansAUserInTheChannelsOfTheSchoolUntilTheTimeIsOver() {
        assertThat(ask("pupil", "POST", "/v1/tokens", TOKEN_OF_ALICE).status()).isEqualTo(201);

        Answer made = ban("teacher", ALICE);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json())
                .containsEntry("id", "b-1")
                .containsEntry("by", "mobile ann")
                .containsEntry("until", "2026-11-24T12:01:00Z")
                .containsEntry("agora", Map.of("status", "not_configured"))
                .doesNotContainKeys("uid", "userId", "reason");
        Answer denied = ask("pupil", "POST", "/v1/tokens", TOKEN_OF_ALICE);
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json())
                .containsEntry("code", "banned")
                .containsEntry("until", "2026-11-24T12:01:00Z")
                .doesNotContainKey("errors");
        assertThat(denied.body()).doesNotContain("b-1");
        ApprovedMessages.verify("banned", (String) denied.json().get("detail"));

        now = now.plusSeconds(60);

        assertThat(ask("pupil", "POST", "/v1/tokens", TOKEN_OF_ALICE).status()).isEqualTo(201);
        assertThat(ask("teacher", "GET", "/v1/bans/b-1", null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /rtc/north-1/publisher/userAccount/alice/, error",
        "GET, /rte/north-1/publisher/userAccount/alice/7/, message",
        "GET, /access_token?channel=north-1&uid=7, error",
        "GET, /api/generate-agora-token?channel=north-1&uid=7, error",
        "GET, /get_config?channel=north-1&uid=7, msg",
    })
    void theRoutesOfOtherServersAnswerInTheirShape(String method, String target, String member) {
        ban("operator", "{\"channel\":\"north-1\"}");

        Answer denied = ask("operator", method, target, null);

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().get(member)).asString().contains("banned until 2026-11-25T12:00:30Z");
        assertThat(server.get("/metrics").body()).contains("agora_requests_refused_total{code=\"banned\"} 1.0");
    }

    @Test
    void aTeacherBansOnlyInTheChannelsOfTheSchool() {
        assertDenied(ban("teacher", "{\"channel\":\"south-1\",\"account\":\"alice\"}"), "channel");
        assertDenied(ban("teacher", "{\"account\":\"alice\"}"), "channel");
        assertDenied(ban("pupil", ALICE), "actions");
        assertThat(ban("teacher", "{\"channel\":\"north-1\"}").status()).isEqualTo(201);
        assertThat(audit)
                .extracting(Object::getClass)
                .containsExactly(
                        Decision.BanDenied.class,
                        Decision.BanDenied.class,
                        Decision.BanDenied.class,
                        Decision.Banned.class);
    }

    private static void assertDenied(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json()).containsEntry("code", "not_allowed");
        assertThat(answer.json().get("errors")).asString().startsWith("[{field=" + field + ", ");
    }

    @Test
    void listsShowsAndLiftsOnlyWhatTheCallerCouldHaveMade() {
        ban("teacher", ALICE);
        ban("operator", "{\"id\":\"all\",\"userId\":\"bob\"}");

        assertThat(bansOf("teacher", "")).containsExactly("b-1");
        assertThat(bansOf("pupil", "")).isEmpty();
        assertThat(bansOf("operator", "")).containsExactlyInAnyOrder("b-1", "all");
        assertThat(bansOf("operator", "?channel=north-1&account=alice")).containsExactly("b-1");
        assertThat(bansOf("operator", "?channel=north-2")).isEmpty();
        assertThat(ask("teacher", "GET", "/v1/bans/b-1", null).json()).containsEntry("account", "alice");
        assertDenied(ask("teacher", "GET", "/v1/bans/all", null), "channel");
        assertDenied(ask("teacher", "DELETE", "/v1/bans/all", null), "channel");

        Answer lifted = ask("teacher", "DELETE", "/v1/bans/b-1", null);

        assertThat(lifted.status()).isEqualTo(204);
        assertThat(lifted.body()).isEmpty();
        assertThat(ask("pupil", "POST", "/v1/tokens", TOKEN_OF_ALICE).status()).isEqualTo(201);
        Answer again = ask("teacher", "DELETE", "/v1/bans/b-1", null);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json()).containsEntry("code", "unknown_ban");
        ApprovedMessages.verify("unknown ban", (String) again.json().get("detail"));
    }

    private List<Object> bansOf(String caller, String query) {
        Object bans = ask(caller, "GET", "/v1/bans" + query, null).json().get("bans");
        return ((List<?>) bans)
                .stream().map(ban -> (Object) ((Map<?, ?>) ban).get("id")).toList();
    }

    @Test
    void aRepeatedRequestMakesOneBanAndAnotherOneConflicts() {
        assertThat(ban("teacher", ALICE).status()).isEqualTo(201);
        now = now.plusSeconds(5);

        Answer repeated = ban("teacher", ALICE);
        Answer other = ban("teacher", ALICE.replace("alice", "bob"));

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json()).containsEntry("until", "2026-11-24T12:01:00Z");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json()).containsEntry("code", "ban_exists");
        ApprovedMessages.verify("ban exists", (String) other.json().get("detail"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|422|channel",
                "{\"uid\":0}|422|uid",
                "{\"uid\":\"7\"}|422|uid",
                "{\"channel\":\"c\",\"for\":9}|422|for",
                "{\"channel\":\"c\",\"for\":2592001}|422|for",
                "{\"channel\":\"c\",\"for\":\"1h\"}|422|for",
                "{\"channel\":\"c\",\"reason\":\"\"}|422|reason",
                "{\"channel\":\"c\",\"id\":\"a/b\"}|422|id",
                "{\"chanel\":\"c\"}|400|chanel",
                "{\"channel\":\"class-*\"}|422|channel",
                "{\"channel\":\"c\",\"project\":\"other\"}|404|",
                "[]|422|request",
            })
    void namesWhatIsWrong(String body, int status, String field) {
        Answer answer = ban("operator", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.json().get("errors")).asString().startsWith("[{field=" + field + ", ");
        }
        ApprovedMessages.verify(body, (String) answer.json().get("detail"));
        assertThat(store.current().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?channel=", "?chanel=c", "?uid=0", "?uid=1&uid=2", "?account=%ff", "?project=no%20name"})
    void rejectsAQueryThatWouldSelectOthersThanMeant(String query) {
        Answer answer = ask("operator", "GET", "/v1/bans" + query, null);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        ApprovedMessages.verify(query, (String) answer.json().get("detail"));
    }

    @Test
    void changesNothingWhileTheStoreIsUnavailable() {
        ban("teacher", ALICE);
        store.setFailing(true);

        Answer made = ban("teacher", "{\"channel\":\"north-2\"}");
        Answer lifted = ask("teacher", "DELETE", "/v1/bans/b-1", null);

        assertThat(List.of(made.status(), lifted.status())).containsOnly(503);
        assertThat(made.json()).containsEntry("code", "ban_store_unavailable");
        assertThat(bansOf("operator", "")).containsExactly("b-1");
        assertThat(ask("pupil", "POST", "/v1/tokens", TOKEN_OF_ALICE).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"POST, /v1/bans", "GET, /v1/bans", "GET, /v1/bans/b-1", "DELETE, /v1/bans/b-1"})
    void countsForTheRateLimitOfTheCaller(String method, String target) {
        Answer answer = ask("hasty", method, target, method.equals("POST") ? ALICE : null);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("9");
        assertThat(answer.header("RateLimit-Limit")).isEqualTo("1");
        assertThat(store.current().isEmpty()).isTrue();
    }

    @Test
    void measuresTheBansThatHold() {
        ban("teacher", ALICE);

        assertThat(server.get("/metrics").body()).contains("agora_bans_active 1.0");
    }

    @Test
    void saysHowToTurnBansOnWhereTheyAreOff() {
        try (HttpFixture open = HttpFixture.openToAll()) {
            Answer answer = open.get("/v1/bans");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json()).containsEntry("code", "not_allowed");
            ApprovedMessages.verify("bans are off", (String) answer.json().get("detail"));
        }
    }
}
