package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodOverrideTest {
    @AutoClose
    private static final HttpFixture server = HttpFixture.started();

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
