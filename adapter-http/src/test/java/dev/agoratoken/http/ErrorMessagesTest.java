package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.http.request.RequestBodies;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that this module reports itself: status, code and shape here, the sentence among the approved messages. */
@Tag("slow")
class ErrorMessagesTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertProblem(String testCase, Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json()).containsEntry("code", code).containsEntry("status", status);
        ApprovedMessages.verify(testCase, (String) answer.json().get("detail"));
    }

    private static void assertLegacy(String testCase, Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json()).containsOnlyKeys("error", "status").containsEntry("status", status);
        ApprovedMessages.verify(testCase, (String) answer.json().get("error"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404, not_found",
        "DELETE, /v1/tokens, 405, method_not_allowed",
        "GET, /v1/../tokens, 400, malformed_request"
    })
    void reportsWhatNoRouteTakes(String method, String target, int status, String code) {
        assertProblem(method + " " + target, server.send(method, target, Map.of(), null), status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/errors/nothing",
                "/rtc/rtc/testing/publisher/uid/1/",
                "/rtc/testing/uid/1/",
                "/rtc/testing/1",
                "/acess_token",
                "/api/access_token",
                "/token/getnew",
                "/v1/token/generat"
            })
    void namesTheNearestOfTheOldRoutes(String target) {
        if (target.startsWith("/v1/")) {
            assertProblem("GET " + target, server.get(target), 404, "not_found");
        } else {
            assertLegacy("GET " + target, server.get(target), 404);
        }
    }

    @Test
    void reportsAMethodThatNoOldRouteTakes() {
        Answer answer = server.send("DELETE", "/ping", Map.of(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.contentType()).isEqualTo("text/plain");
        ApprovedMessages.verify("DELETE /ping", answer.body());
    }

    @Test
    void reportsAHeadThatIsTooLong() {
        Map<String, String> headers = Map.of("X-Long", "x".repeat(9000));

        assertProblem("long head", server.send("POST", "/v1/tokens", headers, null), 431, "head_too_long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "{} x", "{\"a\":1,\"a\":2}"})
    void reportsWhereABodyCannotBeRead(String body) {
        assertProblem("body " + body, server.send("POST", "/v1/tokens", JSON, body), 400, "unreadable_json");
    }

    @Test
    void reportsABodyThatIsTooLong() {
        String body = " ".repeat(RequestBodies.MAX_BYTES + 1);

        assertProblem("long body", server.send("POST", "/v1/tokens", JSON, body), 413, "body_too_long");
    }

    @Test
    void reportsABodyThatBreaksOff() {
        String head = "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nno-length\r\n";

        Answer answer = server.exchange(head.getBytes(StandardCharsets.US_ASCII), new byte[0]);

        assertProblem("broken body", answer, 400, "body_broke_off");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/json;charset=latin1"})
    void reportsABodyThatIsNotDeclaredAsJson(String type) {
        assertProblem(
                type,
                server.send("POST", "/v1/tokens", Map.of("Content-Type", type), "{}"),
                415,
                "unsupported_media_type");
    }

    @Test
    void reportsABodyWithoutAType() {
        assertProblem("no type", server.post("/v1/tokens", "{}"), 415, "unsupported_media_type");
    }

    @Test
    void reportsSeveralFieldsAtOnce() {
        Answer answer = server.send("POST", "/v1/tokens", JSON, "{\"expiresIn\":0,\"services\":[{\"type\":\"tv\"}]}");

        assertProblem("two fields", answer, 422, "invalid_value");
    }

    @Test
    void reportsAHostThatIsNotThisMachine() {
        Map<String, String> headers = Map.of("Host", "elsewhere.example");

        assertProblem("host", server.send("POST", "/v1/tokens", headers, "{}"), 421, "host_not_allowed");
        assertLegacy("legacy host", server.send("GET", "/ping", headers, null), 403);
    }

    @Test
    void reportsAnInternalErrorWithoutItsCause() {
        try (HttpFixture broken = Situation.BROKEN.serve()) {
            assertProblem("internal error", broken.send("POST", "/v1/tokens", JSON, "{}"), 500, "internal_error");
            assertLegacy("legacy internal error", broken.get("/rtm/u/"), 500);
        }
    }

    @Test
    void reportsAPortThatIsTaken() {
        int port = server.port();

        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> HttpFixture.startedAt("127.0.0.1", port))
                .satisfies(e -> assertThat(e.field()).isEqualTo("port"))
                .satisfies(e ->
                        ApprovedMessages.verify("port taken", e.getMessage().replace(Integer.toString(port), "8080")));
    }

    @Test
    void reportsAnAddressThatIsNotLocal() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> HttpFixture.startedAt("192.0.2.1", 8080))
                .satisfies(e -> ApprovedMessages.verify("foreign address", e.getMessage()));
    }

    @Test
    void reportsOverload() {
        try (HttpFixture overloaded = HttpFixture.overloaded()) {
            assertProblem("overloaded", overloaded.send("POST", "/v1/tokens", JSON, "{}"), 503, "overloaded");
            assertLegacy("legacy overloaded", overloaded.get("/rtm/u/"), 503);
        }
    }
}
