package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.DiagnosisFixture.FIRST;
import static dev.agoratoken.verify.DiagnosisFixture.NOW;
import static dev.agoratoken.verify.DiagnosisFixture.OTHER;
import static dev.agoratoken.verify.DiagnosisFixture.PROJECT;
import static dev.agoratoken.verify.DiagnosisFixture.TESTING_1234;
import static dev.agoratoken.verify.DiagnosisFixture.rtc;
import static dev.agoratoken.verify.DiagnosisFixture.rtc006;
import static dev.agoratoken.verify.DiagnosisFixture.token;
import static dev.agoratoken.verify.DiagnosisFixture.token006;
import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.DiagnosisFixture;
import dev.agoratoken.verify.Verdict;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures and their effect on the verdict. */
class SignatureCheckTest {
    private static final String GOOD = token(rtc("testing", "1234"));

    @Test
    void acceptsWhatAConfiguredCertificateSigned() {
        assertThat(verify(GOOD, TESTING_1234).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(GOOD, TESTING_1234).signed()).isTrue();
        assertThat(verify(GOOD, TESTING_1234).accepted()).isTrue();
        assertThat(verify(GOOD, TESTING_1234).findings()).isEmpty();
        assertThat(verify(rtc006(), TESTING_1234).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(
                                token006("alice", "", 1000),
                                Expectation.NONE.withUserId("alice").withPurpose(Purpose.RTM_LOGIN))
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void isUndecidedWithoutACertificate() {
        Verification verification = verify(VerificationRequest.of(GOOD)
                .expecting(DiagnosisFixture.TESTING_1234)
                .at(NOW));

        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verification.signed()).isFalse();
        assertThat(verification.accepted()).isFalse();
        assertOnly(verification, FindingCode.SIGNATURE_UNCHECKED, "no certificate");
        assertThat(verification.sdkErrors()).isEmpty();
    }

    private static void assertOnly(Verification verification, FindingCode code, String testCase) {
        assertThat(verification.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            ApprovedMessages.verify(testCase, finding.message() + "; " + finding.remedy());
        });
    }

    @Test
    void isUndecidedWhereNoProjectHasTheAppId() {
        Verification verification = verify(
                VerificationRequest.of(GOOD)
                        .expecting(DiagnosisFixture.TESTING_1234)
                        .at(NOW),
                OTHER);

        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verification.findings()).extracting(Finding::code).containsExactly(FindingCode.APP_ID_UNKNOWN);
    }

    @Test
    void refusesWithoutACertificateWhereSomethingElseIsWrong() {
        VerificationRequest request = VerificationRequest.of(GOOD).at(NOW.plusSeconds(7200));

        assertThat(verify(request).verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void saysWhichOtherProjectsCertificateSigned() {
        String token = token(60, 3600, OTHER.signingCertificate(), rtc("testing", "1234"));

        for (Project[] projects : List.of(new Project[] {PROJECT, OTHER}, new Project[] {OTHER})) {
            Verification verification = verify(
                    VerificationRequest.of(token)
                            .expecting(DiagnosisFixture.TESTING_1234)
                            .at(NOW),
                    projects);

            assertThat(verification.verdict()).isEqualTo(Verdict.REFUSED);
            assertOnly(verification, FindingCode.SIGNATURE_MISMATCH, "other project");
        }
    }

    @Test
    void triesEveryProjectOfTheAppId() {
        Project older = new Project(ProjectName.of("older"), PROJECT.appId(), List.of(DiagnosisFixture.STRANGE));

        assertThat(verify(VerificationRequest.of(GOOD).at(NOW), older, PROJECT).verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void doesNotCountAnUnknownAppIdAsNewsBesideAMismatch() {
        Expectation expected = TESTING_1234.withAppId(AppId.of("c".repeat(32)));

        assertThat(verify(VerificationRequest.of(GOOD).expecting(expected).at(NOW), OTHER)
                        .findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.APP_ID_MISMATCH);
    }

    @Test
    void doesNotCountTheSignatureOfGuessedNamesAsNews() {
        String token =
                token006(NOW.plusSeconds(60), NOW.plusSeconds(60), DiagnosisFixture.STRANGE, "testing", "1234", 1);

        assertThat(verify(token.replace('+', ' '), TESTING_1234).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly(FindingCode.PLUS_BECAME_SPACE, FindingCode.SIGNATURE_MISMATCH);
        assertThat(verify(token, TESTING_1234.withChannel("other")).findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly(FindingCode.CHANNEL_MISMATCH);
    }

    @Test
    void saysForWhichNamesACollidingTokenWasMade() {
        String token = token006("room1", "23", 1);
        Expectation other = Expectation.NONE.withChannel("room12").withUser(ExpectedUser.number(3));

        Finding first = verify(token, other).findings().get(0);
        assertThat(first.code()).isEqualTo(FindingCode.NAMES_UNSIGNED_IN_006);
        ApprovedMessages.verify("colliding names", first.message() + "; " + first.remedy());
    }

    @Test
    void saysForWhichNamesATokenWithLettersOfTwoCharactersWasMade() {
        Expectation other = Expectation.NONE.withChannel("a\ud83d\ude00b2").withUser(ExpectedUser.number(3));

        assertThat(verify(token006("a\ud83d\ude00b", "23", 1), other)
                        .findings()
                        .get(0)
                        .message())
                .contains("user \"23\"");
    }

    /** The checksums are not signed. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 0", "0, 1"})
    void findsNoNamesForChangedChecksums(int ofChannel, int ofUser) {
        String token = token006("testing", "1234", 1);
        byte[] content = Base64.getDecoder().decode(token.substring(35));
        content[34] += (byte) ofChannel;
        content[38] += (byte) ofUser;
        String changed = token.substring(0, 35) + Base64.getEncoder().encodeToString(content);

        Verification verification = verify(changed, TESTING_1234);

        assertThat(verification.signed()).isFalse();
        assertThat(verification.findings().get(0).code()).isEqualTo(FindingCode.NAMES_UNSIGNED_IN_006);
        ApprovedMessages.verify(
                "changed checksums", verification.findings().get(0).message());
    }

    @Test
    void asksForNoNamesThatTheClientGave() {
        Verification verification = verify(
                rtc006(), TESTING_1234.withUser(ExpectedUser.number(1235)).withPurpose(Purpose.JOIN));

        assertThat(verification.signed()).isFalse();
        assertThat(verification.findings())
                .extracting(Finding::code)
                .contains(FindingCode.USER_MISMATCH)
                .doesNotContain(FindingCode.SIGNATURE_UNCHECKED);
    }

    @Test
    void knowsTheAppIdOfAProject() {
        Verifier verifier = new Verifier(Projects.of(List.of(PROJECT)), InstantSource.fixed(NOW));

        assertThat(verifier.appIdOf(PROJECT.name())).isEqualTo(PROJECT.appId());
        assertThatExceptionOfType(UnknownProjectException.class)
                .isThrownBy(() -> verifier.appIdOf(ProjectName.of("unknown")));
    }

    @Test
    void toleratesClocksThatDiffer() {
        VerificationRequest late = VerificationRequest.of(GOOD).at(NOW.plusSeconds(3560));

        assertThat(verify(late, PROJECT).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(verify(late.tolerating(Duration.ofSeconds(30)), PROJECT).verdict())
                .isEqualTo(Verdict.ACCEPTED);
        String early = token(-20, 3600, FIRST, rtc("testing", "1234"));
        assertThat(verify(VerificationRequest.of(early).tolerating(Duration.ofSeconds(20)), PROJECT)
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void judgesAnyMomentWithoutOverflow() {
        for (Instant moment : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
            assertThat(verify(VerificationRequest.of(GOOD).at(moment), PROJECT).verdict())
                    .isEqualTo(Verdict.REFUSED);
            assertThat(verify(VerificationRequest.of(rtc006()).at(moment), PROJECT)
                            .verdict())
                    .isNotEqualTo(Verdict.ACCEPTED);
        }
    }
}
