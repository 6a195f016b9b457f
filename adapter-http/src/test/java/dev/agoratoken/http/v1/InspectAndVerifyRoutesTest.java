package dev.agoratoken.http.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectAndVerifyRoutesTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** Reported by a user: it never worked on the web. */
    private static final String PLEEELS =
            "007eJxTYPA2kTHZvcKX99eVtfckdt//lBxUzqWVECt7qs9tVri/6gEFhsQUi1SjtDTL1MTUZJO0xDTLJ"
                    + "NNEk0SjFAtj48REy0TT2jyBlIZARgbhZAEmRgZGBhYgBvGZwCQzmGQBk+wMBTmpqak5xYwMBgDI/SIN";

    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> verify(String body) {
        Answer answer = server.send("POST", "/v1/tokens/verify", JSON, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String issued(String target, String key) {
        return (String) server.get(target).json().get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> codes(Map<String, Object> verification) {
        return ((List<Map<String, Object>>) verification.get("findings"))
                .stream().map(finding -> finding.get("code")).toList();
    }

    @Test
    void saysWhatIsInAToken() {
        String token = issued("/rtc/testing/publisher/uid/1234/", "rtcToken");

        Answer answer = server.send("POST", "/v1/tokens/inspect", JSON, "{\"token\":\"" + token + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsEntry("readable", true)
                .containsEntry("verified", false)
                .containsEntry("appId", HttpFixture.APP_ID)
                .containsEntry("issuedAt", "2026-11-24T12:00:00Z");
    }

    @Test
    void saysThatAgoraDoesNotKnowADemoToken() {
        try (HttpFixture demo = HttpFixture.demo()) {
            String token =
                    (String) demo.get("/rtc/testing/publisher/uid/1234/").json().get("rtcToken");
            Map<String, Object> verification =
                    demo.send("POST", "/v1/tokens/verify", JSON, joining(token)).json();

            assertThat(verification).containsEntry("verdict", "accepted");
            assertThat(codes(verification)).containsExactly("demo_project");
        }
        assertThat(codes(verify(joining(issued("/rtc/testing/publisher/uid/1234/", "rtcToken")))))
                .isEmpty();
    }

    private static String joining(String token) {
        return "{\"token\":\"" + token + "\",\"expect\":{\"channel\":\"testing\",\"uid\":1234}}";
    }

    @Test
    void namesTheUidThatANegativeNumberStandsFor() {
        String verify = "{\"token\":\"" + PLEEELS + "\",\"expect\":{\"uid\":-1412626023}}";
        String create = "{\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"uid\":-1412626023,"
                + "\"role\":\"publisher\"}]}";

        assertThat(server.send("POST", "/v1/tokens/verify", JSON, verify).body())
                .contains("use 2882341273");
        assertThat(server.send("POST", "/v1/tokens", JSON, create).body()).contains("use 2882341273");
        assertThat(server.get("/rtc/testing/publisher/uid/-1412626023/").body()).contains("use 2882341273");
    }

    @Test
    void saysWhyATextIsNoToken() {
        Answer answer = server.send("POST", "/v1/tokens/inspect", JSON, "{\"token\":\"hello\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("readable", false);
        assertThat(codes(answer.json())).containsExactly("not_a_token");
    }

    @Test
    void acceptsATokenOfItsOwn() {
        String token = issued("/rtc/testing/publisher/uid/1234/", "rtcToken");

        Map<String, Object> verification = verify("{\"token\":\"" + token
                + "\",\"expect\":{\"channel\":\"testing\",\"uid\":1234,\"purpose\":\"publish\"},"
                + "\"at\":\"2026-11-24T12:30:00Z\"}");

        assertThat(verification).containsEntry("verdict", "accepted");
    }

    @Test
    void tellsWhatDoesNotMatch() {
        String token = issued("/rtc/testing/subscriber/uid/1234/", "rtcToken");

        Map<String, Object> verification = verify("{\"token\":\"" + token
                + "\",\"expect\":{\"channel\":\"Testing\",\"uid\":1235,\"purpose\":\"publish\"}}");

        assertThat(verification).containsEntry("verdict", "refused");
        assertThat(codes(verification)).contains("channel_mismatch", "user_mismatch", "missing_privilege");
    }

    @Test
    void judgesATokenOfAnAppThatItDoesNotKnowByWhatIsInIt() {
        Map<String, Object> verification = verify("{\"token\":\"" + PLEEELS + "\"}");

        assertThat(verification).containsEntry("verdict", "refused");
        assertThat((List<?>) verification.get("sdkErrors")).isNotEmpty();
    }

    @Test
    void namesEveryBadFieldOfTheRequest() {
        Answer answer = server.send(
                "POST",
                "/v1/tokens/verify",
                JSON,
                "{\"expect\":{\"uid\":\"1\",\"purpose\":\"dance\",\"chanel\":\"c\"},\"at\":\"noon\",\"skew\":-1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").toString())
                .contains("field=token", "field=expect.uid", "field=expect.purpose", "field=at", "field=skew")
                .contains("did you mean channel?");
    }

    @Test
    void neverRepeatsATokenInItsAnswer() {
        String token = issued("/rtc/testing/publisher/uid/1234/", "rtcToken");

        assertThat(server.send("POST", "/v1/tokens/verify", JSON, "{\"token\":\"" + token + "\"}")
                        .body())
                .doesNotContain(token.substring(3, 60));
    }
}
