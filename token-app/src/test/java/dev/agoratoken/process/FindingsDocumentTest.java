package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.verify.FindingCode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/diagnosis.md explains every finding. */
class FindingsDocumentTest {
    private static final Pattern SECTION =
            Pattern.compile("^#### (\\w+)\\n(.*?)(?=^#|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

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
                                "\\n[A-Z\"].*\\n\\n\\* SDK: .+\\n\\* Do: .+\\n(\\* Example: `.+`\\n)?\\s*",
                                Pattern.UNICODE_CHARACTER_CLASS)));
    }

    private static String text() {
        return Document.named("docs/diagnosis.md").text();
    }
}
