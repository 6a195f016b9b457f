package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.ServedTokenFixture;
import dev.agoratoken.testing.ApprovedMessages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyRoutesTest {
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> rtcClaims(String target) {
        Answer answer = server.get(target);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ServedTokenFixture.claims((String) answer.json().get("rtcToken"));
    }

    private static void assertRefused(Answer answer, String key, String beginning) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.json()).containsOnlyKeys(key, "status").containsEntry("status", 400);
        assertThat((String) answer.json().get(key)).startsWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "abc", "1.5", "+5", "%20", "18446744073709551617", "1e3"})
    void refusesAUidThatIsNone(String uid) {
        assertRefused(
                server.get("/rtc/testing/publisher/uid/" + uid + "/"), "error", "Error Generating RTC token - uid: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rtc/testing/publisher/uid//", "/rtc/testing/publisher/uid/0/", "/rtc/testing/publisher/uid/000"
            })
    void takesNoUidAndZeroForAnyUser(String target) {
        assertThat(rtcClaims(target).get("services").toString()).contains("uid=}");
    }

    @Test
    void readsLeadingZerosOfAUidAsANumber() {
        assertThat(rtcClaims("/rtc/testing/publisher/uid/007/").get("services").toString())
                .contains("uid=7}");
    }

    @Test
    void keepsTheAccountZeroAnAccount() {
        assertThat(rtcClaims("/rtc/testing/publisher/userAccount/0/")
                        .get("services")
                        .toString())
                .contains("uid=0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "", "60.0", "60%3Bx=1", "60;x=1", "18446744073709551616", "%2060"})
    void refusesALifetimeThatIsNone(String expiry) {
        assertRefused(
                server.get("/rtc/testing/publisher/uid/1/?expiry=" + expiry),
                "message",
                "Error Generating RTC token: expiry: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "604800", "4294967296", "18446744073709551615"})
    void cutsALifetimeAboveADayAndSaysSo(String expiry) {
        String target = "/rtc/testing/publisher/uid/1/?expiry=" + expiry;

        assertThat(server.get(target).header("Token-Lifetime-Capped")).isEqualTo("86400");
        assertThat(rtcClaims(target)).containsEntry("expire", 86400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3600", "86400"})
    void givesALifetimeUpToADayAsAsked(String expiry) {
        String target = "/rtc/testing/publisher/uid/1/?expiry=" + expiry + "&expiry=7";

        assertThat(server.get(target).headers()).doesNotContainKey("Token-Lifetime-Capped");
        assertThat(rtcClaims(target)).containsEntry("expire", Integer.parseInt(expiry));
    }

    @Test
    void refusesAQueryThatCannotBeDecoded() {
        assertRefused(
                server.get("/rtc/testing/publisher/uid/1/?expiry=%zz"),
                "message",
                "Error Generating RTC token: query: ");
        Answer answer = server.get("/rtm/u/?x=%ff");
        assertRefused(answer, "message", "Error Generating RTM token: query: ");
        ApprovedMessages.verify("undecodable query", (String) answer.json().get("message"));
    }

    @ParameterizedTest
    @CsvSource({"0, empty", "65, 65 bytes", "2000, 2000 bytes"})
    void refusesAChannelOfALengthThatAgoraRefuses(int length, String said) {
        Answer answer = server.get("/rtc/" + "c".repeat(length) + "/publisher/uid/1/");

        assertRefused(answer, "error", "Error Generating RTC token - channel: ");
        assertThat(answer.body()).contains(said);
    }

    @Test
    void takesAChannelOf64Bytes() {
        String channel = "c".repeat(64);

        assertThat(rtcClaims("/rtc/" + channel + "/publisher/uid/1/")
                        .get("services")
                        .toString())
                .contains("ch=" + channel + ",");
    }

    @Test
    void refusesAHeadThatIsTooLong() {
        Answer answer = server.get("/rtc/" + "c".repeat(65_600) + "/publisher/uid/1/");

        assertThat(answer.status()).isIn(414, 431);
        assertThat(answer.body().length()).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*b", "*", "a%2Ab", "a%22b", "caf%C3%A9", "%F0%9F%98%80"})
    void refusesCharactersThatAgoraDoesNotAllow(String channel) {
        assertRefused(
                server.get("/rtc/" + channel + "/publisher/uid/1/"), "error", "Error Generating RTC token - channel: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%ffb", "%zz", "%2e%2e", "a%00b", "a%5Cb"})
    void refusesPathsThatTwoReadersCouldReadDifferently(String channel) {
        assertThat(server.get("/rtc/" + channel + "/publisher/uid/1/").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rtm/..",
                "/rtm/.",
                "/rtm/../",
                "/rtm/%2e%2e",
                "/rtm/.%2E/",
                "/x/../rtm/u",
                "/rtc/../publisher/uid/1"
            })
    void refusesStepsInAPathHoweverTheyAreWritten(String target) {
        Answer answer = server.get(target);

        assertRefused(answer, "error", "400 bad request: ");
        ApprovedMessages.verify("dot segment", (String) answer.json().get("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "..a", ".a", "a.", "a..b"})
    void takesDotsThatAreNoStep(String user) {
        assertThat(server.get("/rtm/" + user + "/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"a+b, a+b", "a;b, a;b", "a%20b, a b", "%3Cb%3E%26, <b>&", "100%25, 100%", "%252F, %2F", "a%252e, a%2e"})
    void takesCharactersThatAgoraAllows(String channel, String read) {
        assertThat(rtcClaims("/rtc/" + channel + "/publisher/uid/1/")
                        .get("services")
                        .toString())
                .contains("ch=" + read + ",");
    }

    @Test
    void takesAnAccountOf255BytesAndNotOf256() {
        assertThat(server.get("/rtc/c/publisher/userAccount/" + "a".repeat(255)).status())
                .isEqualTo(200);
        assertRefused(
                server.get("/rtc/c/publisher/userAccount/" + "a".repeat(256)),
                "error",
                "Error Generating RTC token - account: ");
        assertRefused(server.get("/rtc/c/publisher/userAccount//"), "error", "Error Generating RTC token - account: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishr", "admin", "", "publisher%20", "0", "3", "01", "1.0", "-1", "101"})
    void refusesARoleThatIsNone(String role) {
        assertRefused(server.get("/rtc/c/" + role + "/uid/1/"), "error", "Error Generating RTC token - role: ");
    }

    @ParameterizedTest
    @CsvSource({
        "Publisher, 4",
        "HOST, 4",
        "broadcaster, 4",
        "subscriber, 1",
        "Audience, 1",
        "attendee, 1",
        "1, 4",
        "2, 1"
    })
    void understandsTheUsualNamesOfRolesWithoutRegardToCase(String role, int privileges) {
        Map<?, ?> service =
                (Map<?, ?>) ((List<?>) rtcClaims("/rtc/c/" + role + "/uid/1/").get("services")).get(0);

        assertThat((Map<?, ?>) service.get("priv")).hasSize(privileges);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//rtc/c/publisher/uid/1/",
                "///rtc/c/publisher/uid/1",
                "////rtc/c/publisher/uid/1/?expiry=3600",
                "//rtc/c/publisher/uid/1/?back=//x"
            })
    void takesSeveralLeadingSlashesForOne(String target) {
        assertThat(rtcClaims(target).get("services").toString()).contains("ch=c, uid=1}");
    }

    @Test
    void takesSeveralLeadingSlashesForOneOnEveryRoute() {
        assertThat(server.get("//ping").status()).isEqualTo(200);
        assertThat(server.post("//getToken", "{\"tokenType\":\"chat\"}").status())
                .isEqualTo(200);
        assertThat(server.get("//v1/nothing").contentType()).isEqualTo("application/problem+json");
        assertThat(server.get("//rtc//publisher/uid/1/").status()).isEqualTo(400);
        assertThat(server.get("//../ping").status()).isEqualTo(400);
        assertThat(server.get("//rtm/../x").status()).isEqualTo(400);
        assertThat(server.get("//rtm/a%2Fb").status()).isEqualTo(400);
        assertThat(server.get("//rtm/a;b/").status()).isEqualTo(200);
        assertThat(server.get("//").status()).isEqualTo(server.get("/").status());
    }

    @ParameterizedTest
    @CsvSource({
        "/rtc/undefined/publisher/uid/1/, channel",
        "/rtc/c/undefined/uid/1/, role",
        "/rtc/c/publisher/null/1/, tokenType",
        "/rtc/c/publisher/uid/NaN/, uid",
        "/rtc/c/publisher/userAccount/%5Bobject%20Object%5D/, uid",
        "/rtc/c/publisher/uid/1/?expiry=undefined, expiry",
        "/rtm/null/, rtmuid",
        "/rte/c/publisher/uid/undefined/, uid",
        "/rte/c/publisher/uid/1/undefined/, rtmuid",
        "/rte/%255Bobject%2520Object%255D/publisher/uid/1/, channel",
        "/chat/account/undefined/, chatid"
    })
    void saysWhichVariableOfTheClientIsUnset(String target, String field) {
        Answer answer = server.get(target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(field + ": the client sent no " + field);
        ApprovedMessages.verify(target, answer.body());
    }

    @Test
    void namesTheWayToAWildcard() {
        Answer answer = server.get("/rtc/*/publisher/uid/1/");

        assertRefused(answer, "error", "Error Generating RTC token - channel: ");
        ApprovedMessages.verify("wildcard", (String) answer.json().get("error"));
    }

    @Test
    void refusesATokenTypeThatIsNone() {
        Answer answer = server.get("/rtc/c/publisher/uids/1/");

        assertRefused(answer, "error", "Error Generating RTC token - tokenType: ");
        ApprovedMessages.verify("token type", (String) answer.json().get("error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rtm/0/", "/rtm//", "/rtm/a*/", "/rtm/%20a/"})
    void refusesASignalingUserThatIsNone(String target) {
        assertRefused(server.get(target), "message", "Error Generating RTM token: userId: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rte/c/publisher/uid/0/", "/rte/c/publisher/uid//", "/rte/c/publisher/uid/0/0/"})
    void wantsASignalingUserWhereTheUidNamesNone(String target) {
        Answer answer = server.get(target);

        assertRefused(answer, "message", "Error Generating RTC and RTM token: rtmuid: ");
        ApprovedMessages.verify("no Signaling user", (String) answer.json().get("message"));
    }

    @Test
    void givesASubscriberNoRightToPublishDataInTheStreamChannel() {
        Answer answer = server.get("/rte/c/subscriber/uid/5/");

        assertThat(ServedTokenFixture.claims((String) answer.json().get("rtmToken"))
                        .get("services")
                        .toString())
                .isEqualTo("[{type=1, priv={1=3600}, ch=c, uid=5}, {type=2, priv={1=3600}, user=5}]");
    }

    @Test
    void refusesAChatUserThatIsNone() {
        assertRefused(server.get("/chat/account//"), "message", "Error Generating Chat token: userId: ");
        assertRefused(server.get("/chat/account/Bob/"), "message", "Error Generating Chat token: userId: ");
    }

    @Test
    void refusesFormatsThatAreNoneOrCannotHoldWhatIsAsked() {
        assertRefused(server.get("/rtm/u/?format=005"), "message", "Error Generating RTM token: format: ");
        assertRefused(server.get("/chat/app/?format=006"), "message", "Error Generating Chat token: services: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ping", "/ping/", "/rtm/u", "/rtm/u/", "/rtc/c/publisher/uid/1", "/chat/app"})
    void answersHeadAsGetWithoutTheBody(String target) {
        Answer head = server.send("HEAD", target, Map.of(), null);
        Answer get = server.get(target);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "POST|/rtm/u/|GET, HEAD, OPTIONS",
                "POST|/rtc//publisher/uid/1/|GET, HEAD, OPTIONS",
                "PUT|/rtm//|GET, HEAD, OPTIONS",
                "DELETE|/ping|GET, HEAD, OPTIONS",
                "GET|/getToken|POST, OPTIONS"
            },
            delimiter = '|')
    void namesTheMethodsThatAreAllowed(String method, String target, String allowed) {
        Answer answer = server.send(method, target, Map.of(), null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }
}
