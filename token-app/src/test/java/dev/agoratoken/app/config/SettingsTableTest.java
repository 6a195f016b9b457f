package dev.agoratoken.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings table of the documents has every setting with its names, default and description, and no other. */
class SettingsTableTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir"), "..");
    private static final List<String> DOCUMENTS = List.of("docs/configuration.md", "README.md");
    private static final String HEADER = "| key in `agora-token.yaml` |";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern DEFAULT_AND_DESCRIPTION = Pattern.compile("`([^`]+)`[;:]? ?(.*)");

    /** Lists and maps, which have readers of their own. */
    private static final Set<String> GROUPS = Set.of(
            "projects.NAME.app-id",
            "projects.NAME.certificates",
            "projects.NAME.agora-rest.customer-id",
            "projects.NAME.agora-rest.customer-secret",
            "projects.NAME.agora-rest.host",
            "callers");

    static Stream<SettingKey<?>> settings() {
        return SettingKey.all().stream();
    }

    static Stream<SettingKey<?>> settingsOfTheFile() {
        return settings().filter(key -> key.path().isPresent());
    }

    @Test
    void hasEveryKeyOfTheFileAndNoOther() throws IOException {
        Set<String> expected = new TreeSet<>(GROUPS);
        settings().map(SettingKey::path).flatMap(Optional::stream).forEach(expected::add);

        assertThat(codes(0)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasEveryNameOfTheEnvironmentAndNoOther() throws IOException {
        assertThat(codes(1)).containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @MethodSource("settingsOfTheFile")
    void namesTheVariablesOfEachKey(SettingKey<?> key) throws IOException {
        List<String> expected = Stream.concat(Stream.of(key), key.fallback().stream())
                .flatMap(one -> one.names().stream())
                .toList();

        assertThat(codes(row(key).get(1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("settingsOfTheFile")
    void hasTheDefaultAndTheDescription(SettingKey<?> key) throws IOException {
        String cell = row(key).get(2);
        if (key.defaultValue().isEmpty()) {
            assertThat(cell).isEqualTo(key.description());
            return;
        }
        Matcher parts = DEFAULT_AND_DESCRIPTION.matcher(cell);

        assertThat(parts.matches()).as(cell).isTrue();
        assertThat(key.type().parse(parts.group(1)))
                .isEqualTo(key.defaultValue().get());
        assertThat(parts.group(2)).isEqualTo(key.description());
    }

    @Test
    void theExampleOfADotEnvFileNamesOnlyWhatIsRead() throws IOException {
        assertThat(Pattern.compile("(?m)^(?:# )?([A-Z_]+)=")
                        .matcher(Files.readString(ROOT.resolve(".env.example")))
                        .results()
                        .map(result -> result.group(1)))
                .isNotEmpty()
                .allMatch(names()::contains);
    }

    private static Set<String> names() {
        return settings().flatMap(key -> key.names().stream()).collect(Collectors.toSet());
    }

    private static List<String> row(SettingKey<?> key) throws IOException {
        return rows().stream()
                .filter(row -> codes(row.get(0)).equals(List.of(key.label())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the table has no row for " + key.label()));
    }

    private static List<String> codes(int column) throws IOException {
        return rows().stream().flatMap(row -> codes(row.get(column)).stream()).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** The cells of each row of the table, which stands in one of the documents. */
    private static List<List<String>> rows() throws IOException {
        for (String name : DOCUMENTS) {
            String document = Files.readString(ROOT.resolve(name));
            if (document.contains(HEADER)) {
                List<List<String>> rows = document.substring(document.indexOf(HEADER))
                        .lines()
                        .skip(2)
                        .takeWhile(line -> line.startsWith("| "))
                        .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                                .map(String::strip)
                                .toList())
                        .toList();
                assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(3));
                return rows;
            }
        }
        throw new AssertionError("there is no settings table in " + DOCUMENTS);
    }
}
