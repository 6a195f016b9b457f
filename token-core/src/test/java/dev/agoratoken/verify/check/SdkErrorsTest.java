package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.DiagnosisFixture.APP_ID;
import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.apaas;
import static dev.agoratoken.verify.DiagnosisFixture.privileges;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.rtm2;
import static dev.agoratoken.verify.DiagnosisFixture.service;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.AppId;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the client shows depends on the service that it uses, and on the cause. */
class SdkErrorsTest {
    private static final Expectation OPEN = Expectation.NONE;
    private static final Expectation OTHER_APP = OPEN.withAppId(AppId.of("a".repeat(32)));
    private static final String RTC = token(rtc("testing", "1234"));
    private static final String RTM = token(rtm("alice"));
    private static final String BOTH = token(rtc("testing", "1234"), rtm("alice"));

    @Test
    void areThoseOfTheServiceThatThePurposeNeeds() {
        ServiceContent chat = service(ServiceType.CHAT, privileges(3600, 1), "x");

        assertShown(RTM, OPEN.withPurpose(Purpose.JOIN), "RTC 110", "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
        assertShown(RTC, OPEN.withPurpose(Purpose.RTM_LOGIN), "Signaling -10005");
        assertShown(RTC, OPEN.withPurpose(Purpose.CHAT_USER), "Chat 104");
        assertShown(
                token(rtm("alice"), chat, apaas("room", "alice", 1)),
                OPEN.withChannel("room").withUserId("alice").withPurpose(Purpose.APAAS_ROOM_USER),
                "REST 401 Invalid");
        assertShown(RTC, OPEN.withPurpose(Purpose.FPA));
    }

    @Test
    void areThoseOfAServiceBesideThePurposeIfOnlyThatIsWrong() {
        ServiceContent expired = service(ServiceType.RTM, privileges(30, 1), "alice");
        ServiceContent convoAi = service(ServiceType.CONVO_AI, List.of());
        Expectation join = TESTING_1234.withUserId("bob").withPurpose(Purpose.JOIN);

        assertShown(BOTH, join, "Signaling -10005");
        assertShown(token(rtc("testing", "1234"), expired), join.withUserId("alice"), "Signaling -10009");
        assertShown(
                token(rtc("testing", "1234"), rtm("alice"), convoAi),
                join.withPurpose(Purpose.CONVO_AI),
                "REST 401 Invalid");
    }

    @Test
    void areThoseOfTheNamesWithoutAPurpose() {
        assertShown(RTM, OPEN.withChannel("testing"), "RTC 110", "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
        assertShown(
                RTM, OPEN.withUser(ExpectedUser.number(7)), "RTC 110", "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
        assertShown(RTC, OPEN.withUserId("alice"), "Signaling -10005");
        assertShown(token(service(ServiceType.CHAT, privileges(3600, 1), "bob")), OPEN.withUserId("alice"), "Chat 104");
        assertShown(token(3700, 3600, FIRST, rtm("alice")), OPEN, "Signaling -10009");
        assertShown(token(3700, 3600, FIRST, service(ServiceType.STT, List.of())), OPEN, "REST 401 Token is expired");
    }

    @Test
    void ofAClientWithoutATokenSayThatItSentNone() {
        assertShown("", OPEN, "RTC 110", "Web CAN_NOT_GET_GATEWAY_SERVER: dynamic use static key");
        assertShown("", OPEN.withPurpose(Purpose.RTM_LOGIN), "Signaling 15");
        assertShown("", OPEN.withPurpose(Purpose.CHAT_USER), "Chat 104");
    }

    @Test
    void ofAnotherAppHaveATextInTheWebSdkOfSignaling() {
        assertShown(RTC, OTHER_APP, "RTC 110", "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
        assertShown(RTM, OTHER_APP, "Signaling -10005", "Signaling Web INCONSISTENT_APPID");
        assertShown(
                token(rtm2("alice", privileges(3600, 1))),
                OTHER_APP,
                "Signaling -10005",
                "Signaling Web INCONSISTENT_APPID");
        assertThat(verify(RTC, OPEN.withAppId(APP_ID)).sdkErrors()).isEmpty();
    }

    @Test
    void doNotAppearWhereOnlyPublishingIsMissing() {
        String subscriber = token(rtc("testing", "1234", 3600, 1));
        String login = token(service(ServiceType.RTM, List.of(), "alice"));

        assertShown(subscriber, TESTING_1234.withPurpose(Purpose.PUBLISH));
        assertShown(login, OPEN.withPurpose(Purpose.RTM_LOGIN), "Signaling -10005");
        assertShown(
                token(rtc("testing", "1234", 3600, 2)),
                TESTING_1234,
                "RTC 110",
                "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
        assertShown(
                subscriber,
                TESTING_1234.withChannel("x").withPurpose(Purpose.JOIN),
                "RTC 110",
                "Web CAN_NOT_GET_GATEWAY_SERVER: invalid token");
    }

    private static void assertShown(String text, Expectation expected, String... beginnings) {
        Verification verification = verify(text, expected);

        assertThat(verification.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(verification.sdkErrors()).hasSize(beginnings.length);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(verification.sdkErrors().get(i)).startsWith(beginnings[i]);
        }
    }
}
