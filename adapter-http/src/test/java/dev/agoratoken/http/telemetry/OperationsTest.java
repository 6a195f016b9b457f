package dev.agoratoken.http.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private HttpFixture server;

    @BeforeEach
    void start() {
        server = HttpFixture.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void livesAndSaysWhichVersionItIs() {
        assertThat(server.get("/health/live").json()).isEqualTo(Map.of("status", "live"));
        assertThat(server.get("/version").json())
                .isEqualTo(
                        Map.of("name", "agora-token", "version", "test", "commit", HttpFixture.COMMIT, "java", "17"));
    }

    @Test
    void saysHowOldTheConfigurationIs() {
        Answer ready = server.get("/health/ready");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json())
                .isEqualTo(Map.of(
                        "status",
                        "ready",
                        "bans",
                        "available",
                        "configLoadedAt",
                        "2026-11-24T11:58:30Z",
                        "configAgeSeconds",
                        90));
        assertThat(server.get("/metrics").body())
                .contains(
                        "agora_config_reloads_total{outcome=\"taken\"} 3.0",
                        "agora_config_reloads_total{outcome=\"refused\"} 2.0",
                        "agora_log_lines_lost_total 0.0");
    }

    @Test
    void explainsItsMetrics() {
        server.get("/rtm/u/");
        server.get("/rtm/0/");

        server.get("/metrics")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("# HELP agora_") || line.startsWith("# HELP http_server_requests_seconds "))
                .map(line -> line.split(" ", 4))
                .forEach(words -> ApprovedMessages.verify(words[2], words[3]));
        assertThat(server.get("/metrics").body())
                .contains(
                        "# HELP agora_tokens_issued_total ",
                        "# HELP agora_requests_refused_total ",
                        "# HELP agora_requests_active ",
                        "# HELP agora_requests_waiting ",
                        "# HELP agora_config_reloads_total ",
                        "# HELP agora_log_lines_lost_total ",
                        "# HELP http_server_requests_seconds ");
    }

    @Test
    void saysThatItIsADemo() {
        try (HttpFixture demo = HttpFixture.demo()) {
            assertThat(demo.get("/health/ready").json()).containsEntry("demo", true);
        }
    }

    @Test
    void staysReadyWithoutTheSharedState() {
        try (HttpFixture alone =
                HttpFixture.withoutSharedState(AuthorizingIssuer.open(HttpFixture.issuer(TokenFormat.V007)), false)) {
            Answer answer = alone.get("/health/ready");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).containsEntry("status", "ready").containsEntry("sharedState", "unavailable");
            assertThat(alone.get("/metrics").body())
                    .contains(
                            "agora_shared_state_available 0.0",
                            "agora_shared_state_connections 1.0",
                            "agora_shared_state_commands_total{outcome=\"answered\"} 7.0",
                            "agora_shared_state_commands_total{outcome=\"failed\"} 2.0");
        }
    }

    @Test
    void isUnreadyWithoutTheSharedStateThatItRequires() {
        try (HttpFixture lost =
                HttpFixture.withoutSharedState(AuthorizingIssuer.open(HttpFixture.issuer(TokenFormat.V007)), true)) {
            Answer answer = lost.get("/health/ready");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json()).containsEntry("status", "unready").containsEntry("sharedState", "unavailable");
        }
    }

    @Test
    void staysReadyWhileBansCannotBeChanged() {
        try (HttpFixture failing =
                HttpFixture.withoutWritableBans(AuthorizingIssuer.open(HttpFixture.issuer(TokenFormat.V007)))) {
            Answer answer = failing.get("/health/ready");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).containsEntry("status", "ready").containsEntry("bans", "unavailable");
            assertThat(failing.get("/metrics").body()).contains("agora_bans_writable 0.0");
        }
        assertThat(server.get("/health/ready").json()).containsEntry("bans", "available");
        assertThat(server.get("/metrics").body()).contains("agora_bans_writable 1.0");
    }

    @Test
    void hasNoSharedStateUnlessConfigured() {
        assertThat(server.get("/health/ready").json()).doesNotContainKey("sharedState");
        assertThat(server.get("/metrics").body()).doesNotContain("agora_shared_state");
    }

    @Test
    void countsTokensByProjectServiceAndFormat() {
        server.get("/rte/testing/publisher/uid/1/");
        server.get("/rtm/u/?format=006");

        assertThat(server.get("/metrics").body())
                .contains(
                        "agora_tokens_issued_total{format=\"007\",project=\"default\",service=\"rtc\"} 1.0",
                        "agora_tokens_issued_total{format=\"007\",project=\"default\",service=\"several\"} 1.0",
                        "agora_tokens_issued_total{format=\"006\",project=\"default\",service=\"rtm\"} 1.0");
    }

    @Test
    void countsRefusalsByCodeAndRequestsByRoute() {
        server.get("/rtm/0/");
        server.get("/nothing");

        assertThat(server.get("/metrics").body())
                .contains(
                        "agora_requests_refused_total{code=\"invalid_value\"} 1.0",
                        "agora_requests_refused_total{code=\"not_found\"} 1.0",
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/rtm/{rtmuid}\",status=\"400\"} 1",
                        "http_server_requests_seconds_bucket{method=\"GET\",route=\"unmatched\",status=\"404\",le=\"0.005\"}",
                        "jvm_memory_used_bytes{");
    }

    @Test
    void makesNoSeriesOutOfWhatRequestsHold() {
        server.get("/rtm/warm-up/");
        server.get("/not-a-route");
        long before = series();

        for (int i = 0; i < 50; i++) {
            server.get("/rtm/user-" + i + "/?format=007&x=" + i);
            server.get("/not-a-route-" + i);
        }

        assertThat(series()).isEqualTo(before);
        assertThat(server.get("/metrics").body()).doesNotContain("user-", "not-a-route");
    }

    @Test
    void givesMethodsThatNobodyKnowsOneName() {
        server.send("BREW", "/ping", Map.of(), null);
        server.get("/ping");
        long before = series();

        for (char letter = 'A'; letter <= 'Z'; letter++) {
            server.send("BREW" + letter, "/ping", Map.of(), null);
            server.send("brew" + letter, "/ping", Map.of(), null);
        }

        assertThat(series()).isEqualTo(before);
        assertThat(server.get("/metrics").body()).contains("method=\"OTHER\"").doesNotContainIgnoringCase("brew");
        assertThat(server.stoppedLog()).extracting(RequestLog.Entry::method).containsOnly("OTHER", "GET");
    }

    private long series() {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("agora_") || line.startsWith("http_server_requests_seconds_count{"))
                .filter(line -> !line.contains("/metrics"))
                .count();
    }

    @Test
    void logsOneLineForEachRequest() {
        server.send("GET", "/rtm/alice/?format=007", Map.of("X-Request-Id", "one"), null);
        server.send("GET", "/rtm/0/", Map.of("X-Request-Id", "two"), null);
        server.send("GET", "/rtc/secret-name/publisher/uid//", Map.of("X-Request-Id", "three"), null);

        assertThat(server.stoppedLog())
                .extracting(
                        RequestLog.Entry::requestId,
                        RequestLog.Entry::method,
                        RequestLog.Entry::route,
                        RequestLog.Entry::status,
                        RequestLog.Entry::caller,
                        RequestLog.Entry::errorCode)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("one", "GET", "/rtm/{rtmuid}", 200, "open", null),
                        org.assertj.core.groups.Tuple.tuple("two", "GET", "/rtm/{rtmuid}", 400, "-", "invalid_value"));
        assertThat(server.stoppedLog().toString()).doesNotContain("alice", "secret-name", "format=");
    }
}
