package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.http.legacy.RecordingFixture.Recorded;
import dev.agoratoken.http.settings.AllowedOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that agora-token-service v1.5 was recorded with, sent to ours: the same answer, or the decided one. */
class SuccessorReplayTest {
    private static Map<String, HttpFixture> servers;

    @BeforeAll
    static void start() {
        servers = Map.of(
                "unset", HttpFixture.withoutConsole(AllowedOrigins.NONE),
                "star", HttpFixture.withoutConsole(AllowedOrigins.parse("*")),
                "list", HttpFixture.withoutConsole(AllowedOrigins.parse("https://a.example, https://b.example")));
    }

    @AfterAll
    static void stop() {
        servers.values().forEach(HttpFixture::close);
    }

    static List<Recorded> cases() {
        return RecordingFixture.cases("agora-token-service-v1.5.json");
    }

    @Test
    void thereAreAllOfThem() {
        assertThat(cases()).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameOrAsDecided(Recorded recorded) {
        Answer answer = recorded.replayed(servers.get(recorded.cors()), recorded.target());

        if (recorded.status() == 404 && recorded.decision().isEmpty()) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json()).containsOnlyKeys("error", "status").containsEntry("status", 404);
        } else if (recorded.decision().isEmpty()) {
            assertThat(answer.status()).isEqualTo(recorded.status());
            assertThat(answer.contentType()).isEqualTo(recorded.contentType());
            assertSameBody(answer, recorded);
        } else {
            assertAsDecided(answer, recorded.decision());
        }
    }

    private static void assertSameBody(Answer answer, Recorded recorded) {
        if (recorded.isJson()) {
            Map<String, Object> expected = new Answer(0, Map.of(), recorded.body()).json();
            assertThat(answer.json().keySet()).isEqualTo(expected.keySet());
            assertThat(openingWords(answer.json())).isEqualTo(openingWords(expected));
        }
        List<Object> claims = new ArrayList<>();
        if (!recorded.tokens().isEmpty()) {
            answer.json().values().forEach(token -> claims.add(ServedTokenFixture.claims((String) token)));
        }
        assertThat(claims).isEqualTo(recorded.tokens());
    }

    /** "Error Generating RTC token -" and the like. */
    private static List<String> openingWords(Map<String, Object> body) {
        return body.values().stream()
                .map(Object::toString)
                .filter(text -> text.startsWith("Error"))
                .map(text -> text.replaceFirst("(token( -|:)).*", "$1"))
                .toList();
    }

    private static void assertAsDecided(Answer answer, Map<String, Object> decision) {
        if (decision.containsKey("status")) {
            assertThat(answer.status()).isEqualTo(decision.get("status"));
        } else {
            assertThat(answer.status()).isIn(204, 404);
        }
        if (decision.containsKey("expire")) {
            assertThat(answer.header("Token-Lifetime-Capped")).isEqualTo("86400");
            answer.json()
                    .values()
                    .forEach(token -> assertThat(ServedTokenFixture.claims((String) token))
                            .containsEntry("expire", decision.get("expire")));
        }
        if ("publisher".equals(decision.get("role"))) {
            assertThat(ServedTokenFixture.claims((String) answer.json().get("rtcToken"))
                            .toString())
                    .contains("priv={1=3600, 2=3600, 3=3600, 4=3600}");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void neverLetsAnAnswerBeKept(Recorded recorded) {
        Answer answer = recorded.replayed(servers.get(recorded.cors()), recorded.target());

        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache, no-store, must-revalidate");
        assertThat(answer.header("Expires")).isEqualTo("-1");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.header("Vary"))
                .isEqualTo(recorded.method().equals("OPTIONS") ? "Origin, Access-Control-Request-Headers" : "Origin");
    }
}
