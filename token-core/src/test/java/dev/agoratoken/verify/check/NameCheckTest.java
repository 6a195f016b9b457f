package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.apaas;
import static dev.agoratoken.verify.DiagnosisFixture.privileges;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.rtm2;
import static dev.agoratoken.verify.DiagnosisFixture.service;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are checked by the rules of the SDKs, which are wider than those for issuing. */
class NameCheckTest {
    @Test
    void takesTheSignalingUserThatWeDoNotIssueFor() {
        assertAllowed(token(rtm("0")), Expectation.NONE.withUserId("0").withPurpose(Purpose.RTM_LOGIN));
        assertAllowed(token006("0", "", 1000), Expectation.NONE.withUserId("0").withPurpose(Purpose.RTM_LOGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a*", "a/b", "\u00e9"})
    void refusesWhatNoSignalingUserIsCalled(String userId) {
        assertRefused(token(rtm(userId)), Expectation.NONE);
        assertRefused(token(rtm2(userId, privileges(3600, 1))), Expectation.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_a", "a.b", ".a", "_a.b", " a"})
    void warnsOfSignalingUsersThatSomeSdksRefuse(String userId) {
        assertThat(names(token(rtm(userId)), Expectation.NONE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertAllowed(token(rtc(userId, userId)), Expectation.NONE);
    }

    @Test
    void wantsAChatUserWhereThereIsThePrivilegeForOne() {
        assertRefused(token(chat("", 1)), Expectation.NONE);
        assertRefused(token(chat("", 1, 2)), Expectation.NONE.withPurpose(Purpose.CHAT_USER));
        assertRefused(token(chat("a*", 1)), Expectation.NONE);
        assertRefused(token(chat("Alice", 1)), Expectation.NONE);
        assertAllowed(token(chat("", 2)), Expectation.NONE);
        assertAllowed(token(chat("", 1, 2)), Expectation.NONE.withPurpose(Purpose.CHAT_APP));
        assertAllowed(token(chat("alice", 1)), Expectation.NONE);
    }

    @Test
    void wantsTheNamesOfAClassroomThatItsPrivilegeIsFor() {
        assertRefused(token(apaas("", "alice", 1)), Expectation.NONE);
        assertRefused(token(apaas("room", "", 1)), Expectation.NONE);
        assertRefused(token(apaas("", "", 2)), Expectation.NONE);
        assertRefused(token(apaas("ro*m", "alice", 1)), Expectation.NONE);
        assertAllowed(token(apaas("", "", 3)), Expectation.NONE);
        assertAllowed(token(apaas("", "alice", 2)), Expectation.NONE);
    }

    @Test
    void wantsPatternsThatALegalNameCanMatch() {
        assertRefused(token(rtc("*/\u00e9", "1234")), Expectation.NONE);
        assertRefused(token(rtc("testing", "*'")), Expectation.NONE);
        assertAllowed(token(rtc("*", "1*a*2")), Expectation.NONE);
        assertAllowed(token(rtc("", "")), Expectation.NONE);
    }

    @Test
    void looksAtTheNamesThatTheClientUses() {
        assertRefused(token(rtc("*", "1234")), TESTING_1234.withChannel("a/b"));
        assertRefused(token(rtc("*", "1234")), TESTING_1234.withChannel(""));
        assertRefused(token(rtc("testing", "")), TESTING_1234.withUser(ExpectedUser.account("a/b")));
        assertRefused(token(rtc("testing", "")), TESTING_1234.withUser(ExpectedUser.account("")));
        assertAllowed(token(rtc("testing", "")), TESTING_1234.withUser(ExpectedUser.ANYONE));
        assertAllowed(token(rtc("*", "1234")), TESTING_1234);
        assertRefused(token006("a/b", "1234", 1), TESTING_1234.withChannel("a/b"));
    }

    @Test
    void looksAtTheNamesOfTheClientWhateverTheTokenHas() {
        Expectation room = Expectation.NONE.withChannel("room").withPurpose(Purpose.APAAS_ROOM_USER);

        assertRefused(token(rtm("alice")), Expectation.NONE.withUserId("a/b"));
        assertRefused(token(chat("alice", 1)), Expectation.NONE.withUserId("A").withPurpose(Purpose.CHAT_USER));
        assertRefused(token(apaas("room", "alice", 1)), room.withUserId("a/b"));
        assertRefused(token(apaas("room", "alice", 1)), room.withChannel("a*b").withUserId("alice"));
    }

    @Test
    void takesTheFirstAndTheLastOfLettersAndDigits() {
        assertAllowed(token(rtc("azAZ09", "azAZ09")), Expectation.NONE);
        assertAllowed(token(chat("az09", 1)), Expectation.NONE);
        for (String beside : List.of("`", "\u007f", "\\", "\u00e0")) {
            assertRefused(token(rtc(beside, "1")), Expectation.NONE);
        }
    }

    @Test
    void saysNothingOfNamesThatAreNotTheClients() {
        assertThat(names(token(rtm("a/b")), Expectation.NONE.withUserId("alice")))
                .isEmpty();
        assertThat(names(token(rtc("a/b", "1234")), TESTING_1234)).isEmpty();
    }

    @Test
    void showsTheNameAndTheWholeCharacterThatIsRefused() {
        assertWorded("channel with an emoji", token(rtc("a\ud83d\ude00", "1")));
        assertWorded("user id of 65 characters", token(rtm("x".repeat(65))));
        assertWorded("empty Chat user", token(chat("", 1)));
        assertWorded("Chat user with a capital", token(chat("Alice", 1)));
        assertWorded("user id with a full stop", token(rtm("a.b")));
    }

    private static void assertWorded(String testCase, String token) {
        Finding finding = names(token, Expectation.NONE).get(0);
        ApprovedMessages.verify(testCase, finding.message() + "; " + finding.remedy());
    }

    private static ServiceContent chat(String userId, int... privileges) {
        return service(ServiceType.CHAT, privileges(3600, privileges), userId);
    }

    private static void assertRefused(String token, Expectation expected) {
        assertThat(names(token, expected)).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    private static void assertAllowed(String token, Expectation expected) {
        assertThat(names(token, expected)).isEmpty();
    }

    private static List<Finding> names(String token, Expectation expected) {
        return verify(token, expected).findings().stream()
                .filter(finding -> finding.code() == FindingCode.NAME_NOT_ALLOWED)
                .toList();
    }
}
