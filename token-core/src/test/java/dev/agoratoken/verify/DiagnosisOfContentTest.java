package dev.agoratoken.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.Projects;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases in diagnosis/content.txt: the first error is the cause, and the remedy is safe. */
class DiagnosisOfContentTest {
    private record Case(String name, String token, String expectation, String verdict, String firstCode) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream table = DiagnosisOfContentTest.class.getResourceAsStream("/diagnosis/content.txt")) {
            List<Case> cases = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .map(columns -> new Case(columns[0], columns[1], columns[2], columns[3], columns[4]))
                    .toList();
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheCauseFirst(Case each) {
        Verification verification = verify(each);
        String first = verification.findings().isEmpty()
                ? "-"
                : verification.findings().get(0).code().label();

        assertThat(verification.verdict().label() + " " + first)
                .as(verification.findings().toString())
                .isEqualTo(each.verdict + " " + each.firstCode);
        if (!verification.findings().isEmpty()) {
            Finding finding = verification.findings().get(0);
            ApprovedMessages.verify(each.name, finding.message() + "; " + finding.remedy());
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("cases")
    void keepsCertificatesOnTheServer(Case each) {
        assertThat(verify(each).findings()).allSatisfy(finding -> {
            String text = (finding.message() + "; " + finding.remedy()).toLowerCase(Locale.ROOT);
            assertThat(text)
                    .doesNotContain(TokenRecipe.CERTIFICATE.toLowerCase(Locale.ROOT))
                    .doesNotContain(TokenRecipe.SECOND.toLowerCase(Locale.ROOT));
            if (finding.remedy().contains("certificate")) {
                assertThat(finding.remedy()).containsAnyOf("server", "Agora Console", "keep that certificate enabled");
            }
        });
    }

    private static Verification verify(Case each) {
        VerificationRequest request = VerificationRequest.of(TokenRecipe.token(each.token))
                .expecting(expectation(each.expectation))
                .at(TokenRecipe.AT);
        return new Verifier(
                        Projects.of(List.of(TokenRecipe.PROJECT, DiagnosisFixture.OTHER)),
                        InstantSource.fixed(TokenRecipe.AT))
                .verify(request);
    }

    private static Expectation expectation(String line) {
        Expectation expected = Expectation.NONE;
        for (String word : line.isEmpty() ? new String[0] : line.split(" ")) {
            String value = TokenRecipe.named(word.substring(word.indexOf('=') + 1));
            expected = switch (word.substring(0, word.indexOf('='))) {
                case "app" -> expected.withAppId(AppId.of(value));
                case "channel" -> expected.withChannel(value);
                case "uid" -> expected.withUser(ExpectedUser.number(Long.parseLong(value)));
                case "account" -> expected.withUser(ExpectedUser.account(value));
                case "user" -> expected.withUserId(value);
                case "for" -> expected.withPurpose(Purpose.fromLabel(value));
                default -> throw new IllegalArgumentException(word);
            };
        }
        return expected;
    }
}
