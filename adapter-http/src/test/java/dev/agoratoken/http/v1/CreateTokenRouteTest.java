package dev.agoratoken.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTokenRouteTest {
    private static final String PATH = "/v1/tokens";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=UTF-8");

    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer post(String body) {
        return server.send("POST", PATH, JSON, body);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json())
                .containsEntry("type", "/errors/" + code)
                .containsEntry("status", status)
                .containsEntry("code", code)
                .containsEntry("requestId", answer.header("X-Request-Id"))
                .containsKeys("title", "detail");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> fields(Answer answer) {
        return ((List<Map<String, Object>>) answer.json().get("errors"))
                .stream().map(error -> error.get("field")).toList();
    }

    @Test
    void issuesWhatTheDocumentAsksFor() {
        Answer answer = post("{\"expiresIn\":600,\"services\":["
                + "{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":1234,\"role\":\"publisher\"},"
                + "{\"type\":\"rtm\",\"userId\":\"1234\"}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsEntry("format", "007")
                .containsEntry("project", "default")
                .containsEntry("appId", HttpFixture.APP_ID)
                .containsEntry("issuedAt", "2026-11-24T12:00:00Z")
                .containsEntry("expiresAt", "2026-11-24T12:10:00Z");
        assertThat(ServedTokenFixture.claims((String) answer.json().get("token"))
                        .get("services"))
                .hasToString("[{type=1, priv={1=600, 2=600, 3=600, 4=600}, ch=testing, uid=1234},"
                        + " {type=2, priv={1=600}, user=1234}]");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"streaming\",\"channel\":\"c\",\"account\":\"a\",\"privileges\":{\"publishMixStream\":60}}",
                "{\"type\":\"fcdn\",\"channel\":\"c\",\"anyUser\":true,\"privileges\":{\"play\":60}}",
                "{\"type\":\"rtm2\",\"userId\":\"u\",\"permissions\":{\"messageChannels\":{\"read\":[\"a\"]}}}",
                "{\"type\":\"chat\",\"userId\":\"u\"}",
                "{\"type\":\"chat\",\"app\":true}",
                "{\"type\":\"apaas\",\"roomUuid\":\"r\",\"userUuid\":\"u\",\"role\":1}",
                "{\"type\":\"fpa\"}",
                "{\"type\":\"convoai\"}",
                "{\"type\":\"stt\"}"
            })
    void issuesEveryKindOfService(String service) {
        Answer answer = post("{\"services\":[" + service + "]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat((String) answer.json().get("token")).startsWith("007");
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        Answer answer = post(
                "{\"expiresIn\":0,\"services\":[{\"type\":\"rtc\",\"channel\":\"a*\",\"uid\":-1,\"role\":\"boss\"},"
                        + "{\"type\":\"rtm\"}]}");

        assertProblem(answer, 422, "invalid_value");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "expiresIn",
                        "services[0].channel",
                        "services[0].uid",
                        "services[0].role",
                        "services[1].userId");
    }

    @Test
    void refusesFieldsThatNobodyKnows() {
        Answer answer = post("{\"expiresin\":60,\"services\":[{\"type\":\"chat\",\"app\":true}]}");

        assertProblem(answer, 400, "unknown_field");
        assertThat(answer.body()).contains("did you mean expiresIn?");
    }

    @Test
    void limitsTheServicesOfOneToken() {
        String services = "{\"type\":\"fpa\"},".repeat(999) + "{\"type\":\"fpa\"}";

        Answer answer = post("{\"services\":[" + services + "]}");

        assertProblem(answer, 422, "invalid_value");
        assertThat(answer.body()).contains("1000", "at most 64");
    }

    @Test
    void says404ForAProjectThatIsNotThere() {
        assertProblem(post("{\"project\":\"other\",\"services\":[{\"type\":\"fpa\"}]}"), 404, "unknown_project");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nul",
                "{\"services\":[]} x",
                "{\"services\":[],\"services\":[]}",
                "{\"expiresIn\":NaN}",
                "{\"expiresIn\":1e999999999}x"
            })
    void refusesBodiesThatAreNoJson(String body) {
        assertProblem(post(body), 400, "unreadable_json");
    }

    @Test
    void refusesDeepNesting() {
        assertProblem(post("[".repeat(1000) + "]".repeat(1000)), 400, "unreadable_json");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = "{\"services\":[{\"type\":\"rtm\",\"userId\":\"\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";

        assertProblem(server.exchange(head.getBytes(StandardCharsets.US_ASCII), body), 400, "unreadable_json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;",
                "Application/JSON ; charset=\"utf-8\"",
                "application/json; charset=UTF8; x=y",
                "application/json; x=\"; charset=latin1\""
            })
    void takesABodyThatIsDeclaredAsJson(String type) {
        Answer answer = server.send("POST", PATH, Map.of("Content-Type", type), "{\"services\":[{\"type\":\"fpa\"}]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/jsonx",
                ""
            })
    void refusesBodiesThatAreNotDeclaredAsJson(String type) {
        Map<String, String> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", type);

        assertProblem(server.send("POST", PATH, headers, "{}"), 415, "unsupported_media_type");
    }

    @Test
    void refusesBodiesOfMoreThan16KiB() {
        assertProblem(post(" ".repeat(16 * 1024 + 1)), 413, "body_too_long");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/tokens, 405, method_not_allowed", "GET, /v1/nothing, 404, not_found"})
    void saysSoAsAProblemWhereThereIsNothing(String method, String target, int status, String code) {
        assertProblem(server.send(method, target, Map.of(), null), status, code);
    }

    @Test
    void keepsARequestIdThatIsSafeToPrint() {
        Answer answer = server.send(
                "POST", PATH, Map.of("Content-Type", "application/json", "X-Request-Id", "abc-123_4.5"), "{}");

        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-123_4.5");
        assertThat(answer.json()).containsEntry("requestId", "abc-123_4.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "<script>", "\u00e9"})
    void makesAnotherRequestIdWhereTheGivenOneIsNot(String id) {
        assertThat(server.send("GET", "/ping", Map.of("X-Request-Id", id), null).header("X-Request-Id"))
                .matches("[0-9a-f]{1,16}");
    }
}
