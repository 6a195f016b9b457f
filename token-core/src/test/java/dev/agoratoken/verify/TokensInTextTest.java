package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtc006;
import static dev.agoratoken.verify.DiagnosisFixture.rtm;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static dev.agoratoken.verify.RawFixture.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.agoratoken.issuing.Projects;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with surroundings or several tokens. */
class TokensInTextTest {
    private static final String RTC = token(rtc("testing", "1234"));
    private static final String RTM = token(rtm("1234"));
    private static final Expectation LOGIN = Expectation.NONE.withUserId("1234").withPurpose(Purpose.RTM_LOGIN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rtcToken\":\"%s\",\"rtmToken\":\"%s\"}",
                "rtcToken=%s\nrtmToken=%s\n",
                "%s\n%s",
                "%s, %s",
            })
    void readsTheTokenThatHoldsTheServiceThatIsMeant(String form) {
        for (String rtc : List.of(RTC, withoutPadding(), token006("testing", "1234", 1))) {
            String text = form.formatted(rtc, RTM);

            assertRead(verify(text, TESTING_1234.withPurpose(Purpose.JOIN)), 1);
            assertRead(verify(text, TESTING_1234), 1);
            assertRead(verify(text, LOGIN), 2);
            assertRead(verify(text, Expectation.NONE.withUserId("1234")), 2);
        }
    }

    /** Long texts must not exhaust the stack or the time, whatever their pattern. */
    @Test
    void readsLongTextsOfOtherThings() {
        for (String text : List.of("1" + ",1".repeat(20_000), "<" + " ".repeat(20_000) + "!")) {
            Inspection inspection = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Inspection.of(text));

            assertThat(inspection.findings().get(0).code()).isEqualTo(FindingCode.NOT_A_TOKEN);
        }
    }

    /** The second token also contains RTC, for a stream channel, and is longer. */
    @Test
    void prefersTheTokenThatIsForTheNames() {
        String text = RTC + "\n" + token(rtc("testing", "alice"), rtm("alice"));

        assertRead(verify(text, TESTING_1234.withPurpose(Purpose.JOIN)), 1);
        assertRead(verify(text, Expectation.NONE.withUserId("alice").withPurpose(Purpose.RTM_LOGIN)), 2);
        assertThat(verify(text, Expectation.NONE.withUserId("bob").withPurpose(Purpose.RTM_LOGIN))
                        .findings()
                        .get(0)
                        .code())
                .isEqualTo(FindingCode.USER_MISMATCH);
    }

    private static void assertRead(Verification verification, int number) {
        assertThat(verification.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verification.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.TOKEN_EXTRACTED);
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.message()).startsWith("token " + number + " of 2 ");
        });
    }

    @Test
    void readsTheLongestWhereNothingSaysWhichIsMeant() {
        assertThat(RTC).hasSizeGreaterThan(RTM.length());
        assertThat(((Inspection.Readable) Inspection.of(RTM + " " + RTC)).content())
                .isEqualTo(((Inspection.Readable) Inspection.of(RTC)).content());
        ApprovedMessages.verify(
                "longest of 2", Inspection.of(RTM + " " + RTC).findings().get(0).message());
    }

    @Test
    void doesNotCountWhatOnlyBeginsLikeAToken() {
        assertThat(Inspection.of("007 | " + RTC).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.TOKEN_EXTRACTED);
            ApprovedMessages.verify("text before the token", finding.message() + "; " + finding.remedy());
        });
    }

    @Test
    void measuresTheTokenAndNotTheText() {
        assertThat(verify(RTC + " ".repeat(2000), TESTING_1234).findings())
                .noneMatch(finding -> finding.code() == FindingCode.TOO_LONG_FOR_WEB_SDK);
    }

    @Test
    void readsTheFirstOfTwoThatFitEquallyWell() {
        String text = token(rtm("alice")) + " " + token(rtm("carol"));

        assertThat(verify(text, Expectation.NONE.withUserId("bobby").withPurpose(Purpose.RTM_LOGIN))
                        .findings())
                .first()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.USER_MISMATCH);
                    assertThat(finding.message()).contains("alice");
                });
    }

    @Test
    void namesTheDefectOfAWrappedTokenThatCannotBeRead() {
        String corrupt = services(2)
                .u16(RawFixture.RTM, 0)
                .text("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
                .u16(RawFixture.RTM, 0, 1, 0xFF)
                .token();

        // The first line is too short for a token of its own, and long enough.
        for (int end : new int[] {40, 76}) {
            assertThat(Inspection.of(corrupt.substring(0, end) + "\n" + corrupt.substring(end))
                            .findings())
                    .extracting(Finding::code)
                    .as("%s characters", end)
                    .containsExactly(FindingCode.CORRUPT, FindingCode.WHITESPACE);
        }
    }

    /** The words are digits of base64, and long enough for the rest of the message. */
    @Test
    void takesWordsAfterACutTokenOf006ForNoPartOfIt() {
        String cut = rtc006().substring(0, 3 + 32 + 68);

        assertThat(Inspection.of(cut + "\nis what the server made today and it does not work in the app")
                        .findings())
                .extracting(Finding::code)
                .contains(FindingCode.TRUNCATED)
                .doesNotContain(FindingCode.CORRUPT);
    }

    @Test
    void isRejectedBySdksWithTextAround() {
        Verifier exact = new Verifier(Projects.of(List.of(DiagnosisFixture.PROJECT)), InstantSource.fixed(NOW))
                .rejectingTextAround();

        assertThat(codes(exact, "token: " + RTC)).containsExactly(tuple(FindingCode.TOKEN_EXTRACTED, Severity.ERROR));
        assertThat(codes(exact, RTC + "\n")).containsExactly(tuple(FindingCode.WHITESPACE, Severity.ERROR));
        assertThat(codes(exact, withPadding().replace("=", "")))
                .containsExactly(tuple(FindingCode.NON_CANONICAL, Severity.WARNING));
        assertThat(codes(exact, RTC)).isEmpty();
    }

    private static List<Tuple> codes(Verifier verifier, String text) {
        return verifier.verify(VerificationRequest.of(text).expecting(TESTING_1234)).findings().stream()
                .map(finding -> tuple(finding.code(), finding.severity()))
                .toList();
    }

    private static String withPadding() {
        return List.of("1", "12", "123").stream()
                .map(extra -> token(60, 3600, FIRST, rtc("testing", "1234"), rtc("other", extra)))
                .filter(text -> text.endsWith("="))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutPadding() {
        return List.of("1", "12", "123").stream()
                .map(extra -> token(60, 3600, FIRST, rtc("testing", "1234"), rtc("other", extra)))
                .filter(text -> !text.endsWith("="))
                .findFirst()
                .orElseThrow();
    }
}
