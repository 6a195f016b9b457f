package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of the product has a phrase that docs/style-guide.md#language bans: messages, comments, pages and documents. */
class PlainEnglishTest {
    private static final Path ROOT = Path.of(Program.path("agora-token.root"));

    private static final List<String> ROOTS = List.of(
            "token-core/src/main/java",
            "adapter-http/src/main/java",
            "adapter-http/src/main/resources",
            "adapter-cli/src/main/java",
            "token-app/src/main/java",
            "token-app/src/main/dist",
            "benchmarks",
            "docs");

    /** These list the words to avoid. */
    private static final Set<String> LISTS_OF_WORDS = Set.of("docs/style-guide.md", "docs/glossary.md");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(?:java|md|json|html|js|css|yaml|properties)|[^.]+|\\.env.*");

    static List<String> roots() {
        return ROOTS;
    }

    @ParameterizedTest
    @MethodSource("roots")
    void hasNoBannedPhrase(String root) throws IOException {
        assertThat(banned(root)).isEmpty();
    }

    @Test
    void documentsAtTheTopHaveNoBannedPhrase() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : List.of(
                ROOT,
                ROOT.resolve("token-core"),
                ROOT.resolve("adapter-http"),
                ROOT.resolve("adapter-cli"),
                ROOT.resolve("token-app"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md") || file.endsWith(".env.example"))
                        .sorted()
                        .forEach(file -> found.addAll(banned(file)));
            }
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A.java    | throw error(`\"boss\" is no role`);",
                "A.java    | String s = \"x is \"\\n    + \"no role\";",
                "A.java    | /** Whoever asks. */",
                "A.java    | /**\\n * The text is\\n * told.\\n */",
                "A.java    | // one too many",
                "a.json    | {\"description\": \"The caller is told why.\"}",
                "a.js      | say('Nothing here is not good');",
                "a.html    | <p>The request in\\n whole</p>",
                "a.md      | Refuses what is dangerous.",
            })
    void findsABannedPhrase(String fileName, String text) {
        assertThat(Wording.bannedPhrases(fileName, text.replace("\\n", "\n").replace("`", "\"")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// it is no longer there, and there is no separator",
                "int refuse = is.told;",
                "case \"refuse\" -> FAIL;",
                "/** Where {@code refuse} is set, a blank line ends it. */",
                "target.isBlank(); // \"_blank\""
            })
    void acceptsPlainWordsAndCode(String source) {
        assertThat(Wording.bannedPhrases("A.java", source)).isEmpty();
    }

    private static List<String> banned(String root) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(root))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .flatMap(file -> banned(file).stream())
                    .toList();
        }
    }

    private static List<String> banned(Path file) {
        String name = ROOT.relativize(file).toString();
        if (LISTS_OF_WORDS.contains(name)) {
            return List.of();
        }
        try {
            return Wording.bannedPhrases(name, Files.readString(file)).stream()
                    .map(phrase -> name + ": " + phrase)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
