package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.Project;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.verify.VerificationRequest;
import dev.agoratoken.verify.Verifier;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.ExpectedUser;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.FindingCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/diagnosis.md explains every finding. */
class FindingsDocumentTest {
    private static final Pattern SECTION =
            Pattern.compile("^#### (\\w+)\\n(.*?)(?=^#|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern EXAMPLE = Pattern.compile("^\\* Example: `(.+)`$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Findings of texts that are too long for a document, or of a verifier for the demo. */
    private static final Set<String> WITHOUT_EXAMPLE = Set.of("too_long_for_web_sdk", "demo_project");

    @Test
    void hasOneSectionForEachFinding() {
        List<String> codes = SECTION.matcher(text())
                .results()
                .map(section -> section.group(1))
                .toList();

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                        .map(FindingCode::label)
                        .toList());
    }

    @Test
    void eachSectionSaysWhatItMeansHowTheSdkShowsItAndWhatToDo() {
        assertThat(SECTION.matcher(text()).results())
                .allSatisfy(section -> assertThat(section.group(2))
                        .as(section.group(1))
                        .matches(Pattern.compile(
                                "\\n[A-Z\"].*\\n\\n\\* SDK: .+\\n\\* Do: .+\\n(\\* Example( text)?: `.+`\\n)?\\s*",
                                Pattern.UNICODE_CHARACTER_CLASS)));
    }

    /** An example is what stands after {@code agora-token verify}, for the project and the time of the document. */
    @Test
    void eachExampleHasItsFinding() {
        Verifier verifier = new Verifier(
                Projects.of(List.of(
                        project("main", "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"))),
                InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")));

        assertThat(SECTION.matcher(text()).results()).allSatisfy(section -> {
            Matcher example = EXAMPLE.matcher(section.group(2));
            String code = section.group(1);
            if (example.find()) {
                assertThat(verifier.verify(request(example.group(1))).findings())
                        .as(code)
                        .extracting(finding -> finding.code().label())
                        .contains(code);
            }
        });
    }

    @Test
    void eachSectionHasAnExampleOrAnExampleText() {
        assertThat(SECTION.matcher(text())
                        .results()
                        .filter(section -> !section.group(2).contains("* Example"))
                        .map(section -> section.group(1)))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_EXAMPLE);
    }

    private static Project project(String name, String appId, String... certificates) {
        return new Project(
                ProjectName.of(name),
                AppId.of(appId),
                Stream.concat(Arrays.stream(certificates), Stream.of("2".repeat(32)))
                        .map(AppCertificate::of)
                        .toList());
    }

    private static VerificationRequest request(String arguments) {
        List<String> words = WORD.matcher(arguments)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
        Expectation expected = Expectation.NONE;
        for (int i = 1; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            expected = switch (words.get(i)) {
                case "--app-id" -> expected.withAppId(AppId.of(value));
                case "--channel" -> expected.withChannel(value);
                case "--uid" -> expected.withUser(ExpectedUser.number(Long.parseLong(value)));
                case "--account" -> expected.withUser(ExpectedUser.account(value));
                case "--user" -> expected.withUserId(value);
                case "--for" -> expected.withPurpose(Purpose.fromLabel(value));
                default -> throw new IllegalArgumentException(arguments);
            };
        }
        return VerificationRequest.of(words.get(0)).expecting(expected);
    }

    private static String text() {
        return Document.named("docs/diagnosis.md").text();
    }
}
