package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.http.settings.AllowedOrigins;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class PreRoutingErrorsTest {
    private static final Map<String, String> LONG = Map.of("X-Long", "x".repeat(9000));

    private static void assertLikeEveryAnswer(Answer answer) {
        assertThat(answer.headers())
                .containsKey("X-Request-Id")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "private, no-cache, no-store, must-revalidate")
                .containsEntry("Vary", "Origin");
    }

    @ParameterizedTest
    @CsvSource({"GET, /rtm/a%2Fb/, 400", "OPTIONS, /rtm/a%2Fb/, 400", "BREW, /rtm/a%2Fb/, 400"})
    void speaksOnOldRoutesAsTheOldServersDid(String method, String target, int status) {
        try (HttpFixture server = HttpFixture.started()) {
            Answer answer = server.send(method, target, Map.of(), null);

            assertThat(answer.status()).isEqualTo(status);
            assertLikeEveryAnswer(answer);
            assertThat(answer.json()).containsOnlyKeys("error", "status").containsEntry("status", status);
        }
    }

    @Test
    void speaksInProblemsOnNewRoutes() {
        try (HttpFixture server = HttpFixture.started()) {
            Answer answer = server.send("POST", "/v1/tokens", LONG, null);

            assertThat(answer.status()).isEqualTo(431);
            assertLikeEveryAnswer(answer);
            assertThat(answer.json())
                    .containsEntry("code", "head_too_long")
                    .containsEntry("requestId", answer.header("X-Request-Id"));
        }
    }

    @Test
    void leavesTraces() {
        try (HttpFixture server = HttpFixture.started()) {
            server.send("GET", "/ping", LONG, null);
            server.get("/rtm/a%2Fb/");
            server.get("/" + "x".repeat(9000));

            assertThat(server.get("/metrics").body())
                    .contains(
                            "agora_requests_refused_total{code=\"head_too_long\"} 2.0",
                            "agora_requests_refused_total{code=\"malformed_request\"} 1.0",
                            "http_server_requests_seconds_count{method=\"GET\",route=\"unmatched\",status=\"431\"} 1");
            assertThat(server.stoppedLog())
                    .extracting(RequestLog.Entry::route, RequestLog.Entry::status, RequestLog.Entry::errorCode)
                    .contains(
                            tuple("unmatched", 431, "head_too_long"),
                            tuple("unmatched", 400, "malformed_request"),
                            tuple("unmatched", 414, "head_too_long"));
        }
    }

    @Test
    void leavesTracesOfWhatItHasNoTimeFor() {
        try (HttpFixture server = HttpFixture.overloaded()) {
            Answer answer = server.send("GET", "/rtm/u/", Map.of("X-Request-Id", "order-4711"), null);

            assertThat(answer.status()).isEqualTo(503);
            assertLikeEveryAnswer(answer);
            assertThat(answer.header("X-Request-Id")).isEqualTo("order-4711");
            assertThat(server.get("/metrics").body())
                    .contains(
                            "agora_requests_refused_total{code=\"overloaded\"} 1.0",
                            "http_server_requests_seconds_count{method=\"GET\",route=\"unmatched\",status=\"503\"} 1");
            assertThat(server.stoppedLog())
                    .extracting(RequestLog.Entry::requestId, RequestLog.Entry::errorCode)
                    .contains(tuple("order-4711", "overloaded"));
        }
    }

    @Test
    void letsAllowedPagesReadThemAndNoOthers() {
        try (HttpFixture server = HttpFixture.overloaded(AllowedOrigins.parse("https://a.example"))) {
            Answer allowed = server.send("GET", "/rtm/u/", Map.of("Origin", "https://a.example"), null);
            Answer foreign = server.send("GET", "/rtm/u/", Map.of("Origin", "https://b.example"), null);

            assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
            assertThat(allowed.header("Access-Control-Expose-Headers")).contains("Retry-After");
            assertThat(foreign.headers()).doesNotContainKey("Access-Control-Allow-Origin");
        }
    }
}
