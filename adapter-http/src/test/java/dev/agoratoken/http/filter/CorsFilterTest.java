package dev.agoratoken.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.settings.AllowedOrigins;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsFilterTest {
    private static final Map<String, String> FROM_A = Map.of("Origin", "https://a.example");

    @Test
    void servesRequestsWithoutAnOriginWhateverTheList() {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse("https://b.example"))) {
            assertThat(server.get("/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void servesItsOwnPages() {
        try (HttpFixture server = HttpFixture.started()) {
            Map<String, String> own = Map.of("Origin", "http://127.0.0.1:" + server.port());

            assertThat(server.send("GET", "/ping", own, null).status()).isEqualTo(200);
            assertThat(server.send("POST", "/getToken", own, "{\"tokenType\":\"chat\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesPagesOfOtherOriginsUnlessTheyAreAllowed() {
        try (HttpFixture server = HttpFixture.started()) {
            Answer answer = server.send("GET", "/rtm/u/", FROM_A, null);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json()).isEqualTo(Map.of("error", "Origin not allowed"));
            assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
            assertThat(server.get("/metrics").body())
                    .contains("agora_requests_refused_total{code=\"origin_not_allowed\"} 1.0");
            assertThat(server.stoppedLog())
                    .extracting(RequestLog.Entry::status, RequestLog.Entry::errorCode)
                    .contains(tuple(403, "origin_not_allowed"));
        }
    }

    @Test
    void answersAPreflightForTheHeadersThatCarryKeys() {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse(" https://a.example ,https://b.example"))) {
            Answer answer = server.send("OPTIONS", "/getToken", FROM_A, null);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, OPTIONS");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "X-Api-Key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-requested-with",
                "content-type,x-requested-with",
                "cache-control, pragma, ngrok-skip-browser-warning",
                "authorization,content-type"
            })
    void allowsTheHeadersThatAnAllowedPageRequests(String requested) {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse("https://a.example"))) {
            Answer answer = server.send("OPTIONS", "/fetch_rtc_token", preflight("https://a.example", requested), null);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo(requested);
            assertThat(answer.header("Vary")).isEqualTo("Origin, Access-Control-Request-Headers");
            assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x y", "a,,b", "a, \"b\"", "a;b", ","})
    void allowsTheUsualHeadersWhereTheRequestedOnesAreNoList(String requested) {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse("*"))) {
            Answer answer = server.send("OPTIONS", "/getToken", preflight("https://a.example", requested), null);

            assertThat(answer.header("Access-Control-Allow-Headers"))
                    .isEqualTo("Origin, Content-Type, Authorization, X-Api-Key, X-Request-Id");
        }
    }

    @Test
    void echoesNothingToOtherPages() {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse("https://b.example"))) {
            Answer answer = server.send("OPTIONS", "/getToken", preflight("https://a.example", "x-evil"), null);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.headers())
                    .doesNotContainKeys("Access-Control-Allow-Headers", "Access-Control-Allow-Origin");
            assertThat(answer.header("Vary")).isEqualTo("Origin, Access-Control-Request-Headers");
        }
    }

    private static Map<String, String> preflight(String origin, String requested) {
        return Map.of(
                "Origin", origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", requested);
    }

    @Test
    void letsAllowedPagesReadErrorsToo() {
        try (HttpFixture server = HttpFixture.started(AllowedOrigins.parse("*"))) {
            Answer answer = server.send("GET", "/rtm/0/", FROM_A, null);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            assertThat(answer.header("Access-Control-Expose-Headers")).contains("Token-Lifetime-Capped");
        }
    }
}
