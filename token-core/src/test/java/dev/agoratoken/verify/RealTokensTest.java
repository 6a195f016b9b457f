package dev.agoratoken.verify;

import static dev.agoratoken.verify.DiagnosisFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.TokenContent;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published tokens of others, and the questions about them. */
class RealTokensTest {
    private static final String ARTICLE_RTC =
            "0062ec0d84c41c4442d88ba6f5a2beb828bIADJRwbbO8J93uIDi4J305xNXA0A+pVDTPLPavzws"
                    + "LW3uAZa8+ij4OObIgDqFTEDoOMyXwQAAQAwoDFfAgAwoDFfAwAwoDFfBAAwoDFf";
    private static final String ARTICLE_RTE =
            "0062ec0d84c41c4442d88ba6f5a2beb828bIAD33wY6pO+xp6iBY8mbYz2YtOIiRoTTrzdIPF9DE"
                    + "FlSIwZa8+ij4OObIgAQ6e0EX+UyXwQAAQDvoTFfAgDvoTFfAwDvoTFfBADvoTFf";
    private static final String ARTICLE_RTM =
            "0062ec0d84c41c4442d88ba6f5a2beb828bIABbCwQgl2te3rk0MEDZ2xrPoalb37fFhTqmTIbGe"
                    + "WErWaPg45sAAAAAEAD1WwYBX+UyXwEA6APvoTFf";
    private static final String PLEEELS =
            "007eJxTYPA2kTHZvcKX99eVtfckdt//lBxUzqWVECt7qs9tVri/6gEFhsQUi1SjtDTL1MTUZJO0xDTLJ"
                    + "NNEk0SjFAtj48REy0TT2jyBlIZARgbhZAEmRgZGBhYgBvGZwCQzmGQBk+wMBTmpqak5xYwMBgDI/SIN";

    private static final Instant IN_TIME = Instant.parse("2020-08-10T19:00:00Z");

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream json = RealTokensTest.class.getResourceAsStream("/vectors/official.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(json).spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void inspectsEveryOfficialVectorWithoutASurprise(JsonNode vector) {
        Inspection inspection = Inspection.of(vector.get("expected").textValue());

        if (List.of("006", "007").contains(vector.get("format").textValue())) {
            assertThat(inspection).isInstanceOf(Inspection.Readable.class);
            assertThat(inspection.findings()).allMatch(finding -> finding.code() == FindingCode.UNORDERED);
        } else {
            assertThat(inspection.findings()).extracting(Finding::code).containsExactly(FindingCode.UNSUPPORTED_FORMAT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ARTICLE_RTC, ARTICLE_RTE})
    void recognisesChannelAndUserOfTheArticle(String token) {
        Verification verification = verify(VerificationRequest.of(token)
                .expecting(DiagnosisFixture.TESTING_1234)
                .at(IN_TIME));

        assertThat(verification.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verification.findings())
                .extracting(Finding::code)
                .containsExactly(
                        FindingCode.SIGNATURE_UNCHECKED, FindingCode.NAMES_UNSIGNED_IN_006, FindingCode.FORMAT_006);
        assertThat(((Inspection.Readable) verification.inspection()).content())
                .isInstanceOfSatisfying(TokenContent.V006.class, content -> {
                    assertThat(content.channelCrc32()).isEqualTo(0xE8F35A06L);
                    assertThat(content.userCrc32()).isEqualTo(0x9BE3E0A3L);
                });
    }

    @Test
    void recognisesTheSignalingUserOfTheArticle() {
        VerificationRequest request = VerificationRequest.of(ARTICLE_RTM).at(IN_TIME);
        Expectation login = Expectation.NONE.withPurpose(Purpose.RTM_LOGIN);

        assertThat(verify(request.expecting(login.withUserId("1234"))).verdict())
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(verify(request.expecting(login.withUserId("1235")))
                        .findings()
                        .get(0)
                        .code())
                .isEqualTo(FindingCode.USER_MISMATCH);
    }

    @Test
    void tellsAnArticleTokenAtTheWrongDoor() {
        Verification verification = verify(VerificationRequest.of(ARTICLE_RTC)
                .expecting(Expectation.NONE.withPurpose(Purpose.RTM_LOGIN))
                .at(IN_TIME));

        assertThat(verification.findings().get(0).code()).isEqualTo(FindingCode.MISSING_SERVICE);
        assertThat(verification.sdkErrors()).containsExactly("Signaling -10005 INVALID_TOKEN");
    }

    /** A builder that does not convert the number 0 made it for the account "0". */
    @Test
    void saysWhyTheReportedTokenNeverWorked() {
        Verification verification = verify(VerificationRequest.of(PLEEELS)
                .expecting(Expectation.NONE.withChannel("pleeels").withUser(ExpectedUser.number(0)))
                .at(Instant.parse("2023-03-14T13:00:00Z")));

        assertThat(verification.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(verification.findings().get(0)).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.LITERAL_ZERO_ACCOUNT);
            ApprovedMessages.verify("reported token", finding.message() + "; " + finding.remedy());
        });
        assertThat(verification.sdkErrors()).contains("RTC 110 ERR_INVALID_TOKEN");
    }

    @Test
    void readsOnAfterAPlusBecameABlank() {
        Verification verification = verify(VerificationRequest.of(ARTICLE_RTC.replace('+', ' '))
                .expecting(DiagnosisFixture.TESTING_1234)
                .at(IN_TIME));

        assertThat(verification.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(Finding::code)
                .containsExactly(FindingCode.PLUS_BECAME_SPACE);
        assertThat(((Inspection.Readable) verification.inspection()).content())
                .isEqualTo(((Inspection.Readable) Inspection.of(ARTICLE_RTC)).content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agora token=%s",
                "Bearer %s",
                "{\"code\":0,\"token\":\"%s\"}",
                "rtcToken=%s\n",
                "?token=%s&uid=0"
            })
    void findsATokenInWhatStandsAroundIt(String form) {
        Inspection inspection = Inspection.of(form.replace("%s", PLEEELS));

        assertThat(inspection).isInstanceOf(Inspection.Readable.class);
        assertThat(inspection.findings()).extracting(Finding::code).containsExactly(FindingCode.TOKEN_EXTRACTED);
    }
}
