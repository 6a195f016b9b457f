package dev.agoratoken.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostHeaderFilterTest {
    private static final String TOKEN = "/rtc/testing/publisher/uid/1/";
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evillocalhost",
                "192.168.0.7",
                "128.0.0.1",
                "0.0.0.0",
                "[::]",
                "[2001:db8::1]:8080"
            })
    void givesNoTokenToAPageWhoseNameLeadsHere(String host) {
        Answer answer = server.send("GET", TOKEN, Map.of("Host", host, "Origin", "http://" + host), null);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json()).containsOnlyKeys("error", "status");
        assertThat((String) answer.json().get("error")).startsWith("Host: \"");
        assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "agora.localhost:1",
                "127.0.0.1",
                "127.3.2.1:8080",
                "[::1]",
                "[0:0:0:0:0:0:0:1]:8080"
            })
    void answersWhoMeansThisMachine(String host) {
        assertThat(server.send("GET", TOKEN, Map.of("Host", host), null).status())
                .isEqualTo(200);
    }

    @Test
    void saysSoInAProblemOnNewRoutes() {
        Map<String, String> headers = Map.of("Host", "evil.example", "Content-Type", "application/json");

        Answer answer = server.send("POST", "/v1/tokens", headers, "{\"services\":[{\"type\":\"fpa\"}]}");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.json()).containsEntry("code", "host_not_allowed").doesNotContainKey("token");
    }

    @Test
    void refusesThePreflightToo() {
        Map<String, String> headers = Map.of("Host", "evil.example", "Origin", "http://evil.example");

        assertThat(server.send("OPTIONS", "/v1/tokens", headers, null).status()).isEqualTo(421);
    }

    @Test
    void answersWhoNamesNoHost() {
        Answer answer = server.exchange("GET /ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void goesByTheNameThatItListensOn() {
        assertThat(new HostHeaderFilter("agora.test").isAllowed("agora.test")).isTrue();
        assertThat(new HostHeaderFilter("Agora.Test").isAllowed("agora.test")).isTrue();
        assertThat(new HostHeaderFilter("agora.test").isAllowed("other.test")).isFalse();
    }

    @Test
    void goesByAnyNameIfEverybodyMayAsk() {
        try (HttpFixture open = HttpFixture.openToAll()) {
            assertThat(open.send("GET", TOKEN, Map.of("Host", "tokens.example"), null)
                            .status())
                    .isEqualTo(200);
        }
    }
}
