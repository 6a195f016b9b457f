package dev.agoratoken.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.FindingCode;
import dev.agoratoken.verify.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What texts around, inside and instead of a token are found to be: text-cases.tsv. */
class TextCasesTest {
    static Stream<Case> cases() throws IOException {
        try (InputStream in = TextCasesTest.class.getResourceAsStream("/verify/text-cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Case::parse);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void namesTheCause(Case expected) {
        String text = TextFixture.text(expected.template);
        Verification verification = DiagnosisFixture.verify(
                VerificationRequest.of(text).expecting(TextFixture.JOIN).at(TextFixture.NOW), DiagnosisFixture.PROJECT);

        List<Finding> findings = verification.findings();
        String messages = String.join(
                " / ",
                findings.stream()
                        .filter(finding -> !isAboutFormat006(finding))
                        .map(finding -> finding.severity().label() + " "
                                + finding.code().label() + ": " + finding.message() + "; " + finding.remedy())
                        .toList());
        ApprovedMessages.verify(expected.name, verification.verdict().label() + " / " + messages);
        assertThat(verification.verdict().label()).as(messages).isEqualTo(expected.verdict);
        List<String> leading = findings.stream()
                .filter(finding -> finding.severity() == expected.severity && !isAboutFormat006(finding))
                .map(finding -> finding.code().label())
                .toList();
        assertThat(leading).as(messages).startsWith(expected.codes.split(","));
        if (expected.severity == Severity.ERROR) {
            assertThat(leading).as("no error besides: " + messages).hasSize(expected.codes.split(",").length);
        } else {
            assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
        assertThat(messages.toLowerCase(Locale.ROOT)).doesNotContain("5cfd2fd1755d40ecb72977518be15d3b");
        assertThat(text.length() > 100 && messages.contains(text.substring(40, 80)))
                .isFalse();
    }

    private static boolean isAboutFormat006(Finding finding) {
        return finding.severity() == Severity.NOTE && finding.code() != FindingCode.TOKEN_EXTRACTED;
    }

    record Case(String name, String template, String verdict, Severity severity, String codes) {
        static Case parse(String line) {
            String[] fields = line.split("\t", -1);
            String[] finding = fields[3].split(" ");
            return new Case(
                    fields[0],
                    fields[1].replace("\\u0020", " ").translateEscapes(),
                    fields[2],
                    Severity.valueOf(finding[0].toUpperCase(Locale.ROOT)),
                    finding[1]);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
