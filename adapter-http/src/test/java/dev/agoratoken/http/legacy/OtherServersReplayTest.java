package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.http.legacy.RecordingFixture.Recorded;
import dev.agoratoken.http.settings.AllowedOrigins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of clients of other token servers, with the headers that they send: the shape that they parse. */
class OtherServersReplayTest {
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started(AllowedOrigins.parse("*"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Recorded> cases() {
        return RecordingFixture.cases("other-token-servers.json");
    }

    @Test
    void thereAreAllOfThem() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersInTheShapeThatTheClientParses(Recorded recorded) {
        Answer answer = recorded.replayed(server, recorded.target());

        assertThat(answer.status()).as(answer.body()).isEqualTo(recorded.status());
        recorded.headers()
                .forEach((name, value) ->
                        assertThat(answer.header(name)).as(name).isEqualTo(value));
        Map<String, String> names = new HashMap<>();
        assertSameShape(answer.json(), new Answer(0, Map.of(), recorded.body()).json(), names);
        if (!recorded.tokens().isEmpty()) {
            String token = recorded.token(answer.json());
            assertThat(filledIn(recorded.tokens().get(0), names)).isEqualTo(ServedTokenFixture.claims(token));
        }
    }

    private static void assertSameShape(Map<?, ?> received, Map<?, ?> expected, Map<String, String> names) {
        assertThat(received.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> {
            Object actual = received.get(key);
            if (value instanceof Map<?, ?> object) {
                assertSameShape((Map<?, ?>) actual, object, names);
            } else if (value instanceof String text && text.startsWith("<")) {
                assertThat(actual).asString().isNotEmpty();
                names.put(text, (String) actual);
            } else {
                assertThat(actual).as(key.toString()).isEqualTo(value);
            }
        });
    }

    /** Replaces the names that the server generated. */
    private static Object filledIn(Object claims, Map<String, String> names) {
        if (claims instanceof Map<?, ?> object) {
            Map<Object, Object> filled = new HashMap<>();
            object.forEach((key, value) -> filled.put(key, filledIn(value, names)));
            return filled;
        }
        if (claims instanceof List<?> list) {
            return list.stream().map(each -> filledIn(each, names)).toList();
        }
        return claims instanceof String text ? names.getOrDefault(text, text) : claims;
    }
}
