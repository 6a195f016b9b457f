package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodOverrideTest {
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
    @CsvSource({
        "GET, DELETE, /ping, 200",
        "GET, rubbish, /ping, 200",
        "GET, '', /ping, 200",
        "GET, POST, /v1/tokens, 405",
        "DELETE, GET, /ping, 405"
    })
    void theMethodOfTheRequestIsTheOneThatCounts(String method, String override, String target, int status) {
        assertThat(server.send(method, target, Map.of("X-HTTP-Method-Override", override), null)
                        .status())
                .isEqualTo(status);
    }
}
