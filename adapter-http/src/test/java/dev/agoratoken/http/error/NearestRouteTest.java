package dev.agoratoken.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestRouteTest {
    private static final String RTC = "/rtc/{channelName}/{role}/{tokenType}/{uid}";
    private static final String RTE = "/rte/{channelName}/{role}/{tokenType}/{uid}";

    private final NearestRoute routes = new NearestRoute(List.of(
            "/ping",
            RTC,
            "/rtm/{rtmuid}",
            RTE,
            RTE + "/{rtmuid}",
            "/chat/app",
            "/chat/account/{chatid}",
            "/getToken",
            "/token/getNew",
            "/fetch_rtc_token",
            "/fetch_rtm_token",
            "/access_token",
            "/v2/token/generate",
            "/v1/tokens"));

    @ParameterizedTest
    @CsvSource({
        "/rtc/rtc/testing/publisher/uid/1/, " + RTC,
        "/api/rtc/testing/publisher/uid/1, " + RTC,
        "/rtc/testing/uid/1, " + RTC,
        "/rtc/testing/publisher/1/, " + RTC,
        "/rtc/testing, " + RTC,
        "/rtc, " + RTC,
        "/RTC/testing/publisher/uid/1/, " + RTC,
        "/rte/testing/1, " + RTE,
        "/rtm, /rtm/{rtmuid}",
        "/rtm/alice/extra, /rtm/{rtmuid}",
        "/chat/alice, /chat/account/{chatid}",
        "/gettoken, /getToken",
        "/api/getToken, /getToken",
        "/fetch_rtc_tokens, /fetch_rtc_token",
        "/access-token, /access_token",
        "/token/access_token, /access_token",
        "/v1/token, /v1/tokens",
        "/token/generate, /v2/token/generate"
    })
    void findsTheRouteThatWasProbablyMeant(String path, String expected) {
        assertThat(routes.find(path)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/favicon.ico", "/wp-login.php", "/a/b/c/d/e/f", "/.env"})
    void findsNoneForOtherPaths(String path) {
        assertThat(routes.find(path)).isEmpty();
        assertThat(routes.describe(path)).contains("/reference").doesNotContain("nearest");
    }

    @Test
    void doesNotCompareLongPaths() {
        assertThat(routes.find("/rtc".repeat(17))).isEmpty();
        assertThat(routes.describe("/" + "x".repeat(8000)).length()).isLessThan(200);
    }
}
