package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.Verification;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The example texts in docs/diagnosis.md have the finding that they are examples of. */
class FindingExamplesTest {
    private static final Pattern TOKEN = Pattern.compile("```\\n(006\\S+)\\n```");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)#### (\\w+)\\n((?!####).)*?\\* Example text: `([^\\n]+)`\\n");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2033-05-18T00:00:00Z"));
    private static final Verifier VERIFIER = new Verifier(
            Projects.of(List.of(new Project(
                    ProjectName.of("sample"),
                    AppId.of("970CA35de60c44645bbae8a215061b33"),
                    List.of(AppCertificate.of("5CFd2fd1755d40ecb72977518be15d3b"))))),
            CLOCK);

    static Stream<Arguments> examples() {
        String document = Document.named("docs/diagnosis.md").text();
        Matcher token = TOKEN.matcher(document);
        assertThat(token.find()).isTrue();
        return EXAMPLE.matcher(document)
                .results()
                .map(found -> Arguments.of(found.group(1), found.group(3).replace("TOKEN", token.group(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void haveThatFinding(String code, String text) {
        Expectation join = Expectation.NONE.withChannel("room1").withUser(ExpectedUser.number(7));
        Verification verification = VERIFIER.verify(VerificationRequest.of(text).expecting(join));

        assertThat(verification.findings().stream()
                        .map(finding -> finding.code().label()))
                .as("%s", verification.findings())
                .contains(code);
    }

    @Test
    void areInEverySectionAboutTheText() {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(14);
    }
}
