package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.testing.ApprovedMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetTokenRouteTest {
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String services(String body) {
        Answer answer = server.post("/getToken", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("token");
        return ServedTokenFixture.claims((String) answer.json().get("token"))
                .get("services")
                .toString();
    }

    private static void assertRefused(String body, String said) {
        Answer answer = server.post("/getToken", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("text/plain");
        assertThat(answer.body().lines()).singleElement().asString().contains(said);
    }

    @Test
    void givesASubscriberTokenWhereNoRoleIsSaid() {
        assertThat(services("{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\"}"))
                .isEqualTo("[{type=1, priv={1=3600}, ch=c, uid=1}]");
    }

    @Test
    void takesAUidAsANumberToo() {
        assertThat(services("{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":123,\"role\":\"host\",\"expire\":60}"))
                .isEqualTo("[{type=1, priv={1=60, 2=60, 3=60, 4=60}, ch=c, uid=123}]");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"|{1=3600, 4=3600}", "publisher|{1=3600, 4=3600}", "subscriber|{1=3600}"},
            delimiter = '|')
    void givesTheRightToPublishDataInAStreamChannelUnlessTheRoleSaysOtherwise(String role, String privileges) {
        String body = role == null ? "" : ",\"role\":\"" + role + "\"";

        assertThat(services("{\"tokenType\":\"rtm\",\"channel\":\"c\",\"uid\":\"u\"" + body + "}"))
                .startsWith("[{type=1, priv=" + privileges + ", ch=c, uid=u}, {type=2,");
    }

    @Test
    void answersUnderItsOtherNameToo() {
        assertThat(server.post("/token/getNew/", "{\"tokenType\":\"chat\"}").json())
                .containsOnlyKeys("token");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"4294967296\"}|uid: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":4294967296}|uid: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":-1}|uid: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":1.5}|uid: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"\",\"uid\":\"1\"}|channel: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"*\",\"uid\":\"1\"}|channel: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"role\":\"boss\"}|role: ",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"expire\":NaN}|body: ",
                "{\"tokenType\":\"rtm\",\"uid\":\"0\"}|uid: ",
                "{\"tokenType\":\"chat\"|body: ",
                "{\"tokenType\":\"chat\"} x|body: ",
                "{\"tokenType\":\"chat\",\"tokenType\":\"chat\"}|body: "
            },
            delimiter = '|')
    void refusesWhatIsNoRequest(String body, String said) {
        assertRefused(body, said);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{\"tokenType\":\"rtc\",\"channel\":\"c\"}|uid",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":[1]}|uid",
                "{\"tokenType\":\"rtc\",\"channel\":7,\"uid\":\"1\"}|channel",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"expire\":-1}|expire",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"expire\":\"60\"}|expire",
                "{\"tokenType\":\"video\"}|tokenType",
                "{\"tokenType\":\"chat\",\"TOKENTYPE\":\"chat\"}|tokenType",
                "[]|body"
            },
            delimiter = '|')
    void namesTheFieldOfWhatIsNoRequest(String body, String field) {
        assertRefused(body, field + ": ");
        ApprovedMessages.verify(body, server.post("/getToken", body).body().strip());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "\"role\":1|{1=3600, 2=3600, 3=3600, 4=3600}",
                "\"role\":\"1\"|{1=3600, 2=3600, 3=3600, 4=3600}",
                "\"role\":2|{1=3600}",
                "\"role\":\"2\"|{1=3600}"
            },
            delimiter = '|')
    void takesTheNumbersOfRoles(String role, String privileges) {
        assertThat(services("{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\"," + role + "}"))
                .isEqualTo("[{type=1, priv=" + privileges + ", ch=c, uid=1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "101", "-1", "1.0", "true", "[1]", "\"01\"", "\"3\""})
    void refusesOtherNumbersOfRoles(String role) {
        assertRefused("{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"role\":" + role + "}", "role: ");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "{\"tokenType\":\"rtc\",\"channel\":\"*\",\"uid\":\"1\"}|channel",
                "{\"tokenType\":\"rtc\",\"channel\":\"undefined\",\"uid\":\"1\"}|channel",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"NaN\"}|uid",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"role\":\"null\"}|role",
                "{\"tokenType\":\"rtc\",\"channel\":\"c\",\"uid\":\"1\",\"expire\":\"undefined\"}|expire",
                "{\"tokenType\":\"undefined\",\"channel\":\"c\",\"uid\":\"1\"}|tokenType",
                "{\"tokenType\":\"chat\",\"uid\":\"[object Object]\"}|uid",
                "{\"tokenType\":\"rtm\",\"uid\":\"undefined\"}|uid"
            },
            delimiter = '|')
    void saysWhatTheClientGotWrong(String body, String field) {
        assertRefused(body, field + ": ");
        ApprovedMessages.verify(body, server.post("/getToken", body).body().strip());
    }

    @Test
    void refusesAnEmptyBody() {
        assertRefused("", "body: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 64, 1 << 20})
    void refusesBodiesOfMoreThan16KiB(int length) {
        Answer answer = server.post("/getToken", "{\"tokenType\":\"rtc\",\"channel\":\"" + "c".repeat(length) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("16384 bytes");
    }

    @Test
    void refusesAChunkedBodyOfMoreThan16KiBAsWell() {
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        String request =
                "POST /getToken HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5) + "0\r\n\r\n";

        assertThat(server.exchange(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII), new byte[0])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void cutsALifetimeAboveADayAndSaysSo() {
        Answer answer = server.post("/getToken", "{\"tokenType\":\"chat\",\"expire\":99999999999999999999999}");

        assertThat(answer.header("Token-Lifetime-Capped")).isEqualTo("86400");
        assertThat(ServedTokenFixture.claims((String) answer.json().get("token")))
                .containsEntry("expire", 86400);
    }

    @Test
    void neverRepeatsABodyThatItCannotRead() {
        assertThat(server.post("/getToken", "{\"secret\": 5CFd2fd1755d40ecb72977518be15d3b")
                        .body())
                .doesNotContain("5CFd");
    }
}
