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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings table of docs/configuration.md has every setting, and no other. */
class SettingsTableTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir"), "..");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Lists and maps, which have readers of their own. */
    private static final Set<String> GROUPS = Set.of("projects.NAME.app-id", "projects.NAME.certificates", "callers");

    @Test
    void hasEveryKeyOfTheFile() throws IOException {
        Set<String> expected = new TreeSet<>(GROUPS);
        settings()
                .map(SettingKey::path)
                .flatMap(Optional::stream)
                .map(SettingKey.YamlPath::toString)
                .forEach(expected::add);

        assertThat(codes(0)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasEveryNameOfTheEnvironment() throws IOException {
        Set<String> expected = settings().flatMap(key -> key.names().stream()).collect(Collectors.toSet());

        assertThat(codes(1)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesTheVariablesBesideTheKeyThatTheySet() throws IOException {
        for (List<String> row : rows()) {
            settings()
                    .filter(key -> key.path()
                            .map(path -> codes(row.get(0)).equals(List.of(path.toString())))
                            .orElse(false))
                    .forEach(
                            key -> assertThat(codes(row.get(1))).as(key.label()).containsAll(key.names()));
        }
    }

    @Test
    void theExampleOfADotEnvFileNamesOnlyWhatIsRead() throws IOException {
        Set<String> known = settings().flatMap(key -> key.names().stream()).collect(Collectors.toSet());

        assertThat(Pattern.compile("(?m)^(?:# )?([A-Z_]+)=")
                        .matcher(Files.readString(ROOT.resolve(".env.example")))
                        .results()
                        .map(result -> result.group(1)))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    private static Stream<SettingKey> settings() {
        return Arrays.stream(SettingKey.values());
    }

    private static List<String> codes(int column) throws IOException {
        return rows().stream().flatMap(row -> codes(row.get(column)).stream()).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    /** The cells of each row under the heading "Settings". */
    private static List<List<String>> rows() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/configuration.md"));
        List<List<String>> rows = document.substring(document.indexOf("\n## Settings\n"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(3));
        return rows;
    }
}
