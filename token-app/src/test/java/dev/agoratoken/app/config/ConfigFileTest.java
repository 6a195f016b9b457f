package dev.agoratoken.app.config;

import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.settings;
import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    @TempDir
    private Path folder;

    @Test
    void isNotNeeded() {
        assertThat(settings(folder, Map.of(), ConfigOverrides.NONE).file()).isEmpty();
    }

    @Test
    void isTakenFromTheCommandLineElseTheEnvironmentElseDotEnvElseTheWorkingDirectory() {
        write(folder, "agora-token.yaml", "server: {port: 1}");
        write(folder, "two.yaml", "server: {port: 2}");
        write(folder, "three.yaml", "server: {port: 3}");
        write(folder, "four.yaml", "server: {port: 4}");
        assertThat(port(Map.of(), ConfigOverrides.NONE)).isEqualTo("1");

        write(folder, ".env", "AGORA_TOKEN_CONFIG=two.yaml");
        Map<String, String> variables = Map.of("AGORA_TOKEN_CONFIG", "three.yaml");

        assertThat(port(Map.of(), ConfigOverrides.NONE)).isEqualTo("2");
        assertThat(port(variables, ConfigOverrides.NONE)).isEqualTo("3");
        assertThat(port(variables, ConfigFixture.configFile("four.yaml"))).isEqualTo("4");
    }

    private String port(Map<String, String> variables, ConfigOverrides configOverrides) {
        return settings(folder, variables, configOverrides)
                .first(SettingKey.PORT)
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment", "---", "server:", "server: ~\ntokens:\nprojects:"})
    void mayBeEmpty(String yaml) {
        write(folder, "agora-token.yaml", yaml);

        assertThat(settings(folder, Map.of(), ConfigOverrides.NONE).first(SettingKey.PORT))
                .isEmpty();
    }

    @Test
    void mustBeThereIfItIsNamed() {
        assertInvalid("config", "absent", () -> settings(folder, Map.of(), ConfigFixture.configFile("none.yaml")));
    }

    @Test
    void mustBeReadable() throws IOException {
        Files.createDirectory(folder.resolve("agora-token.yaml"));

        assertInvalid(path(), "a folder", () -> settings(folder, Map.of(), ConfigOverrides.NONE));
    }

    @Test
    void mustNotBeTheRootOfTheFileSystem() {
        String root = folder.getRoot().toString();

        assertInvalid(root, "the root", () -> settings(folder, Map.of(), ConfigFixture.configFile(root)));
    }

    @Test
    void mustBeUtf8() throws IOException {
        Files.write(folder.resolve("agora-token.yaml"), new byte[] {'#', (byte) 0xff, '\n'});

        assertInvalid(path(), "not UTF-8", () -> settings(folder, Map.of(), ConfigOverrides.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a: [", "[{b: "})
    void isRefusedInOneLineIfItNestsTooDeeply(String opening) {
        for (int times : new int[] {ShallowYamlParser.MAX_DEPTH + 1, 20_000}) {
            write(folder, "agora-token.yaml", opening.repeat(times));

            InvalidValueException failure = catchThrowableOfType(
                    InvalidValueException.class, () -> settings(folder, Map.of(), ConfigOverrides.NONE));

            assertThat(failure.fieldName()).hasToString("agora-token.yaml line 1");
            assertThat(failure.getMessage()).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'server: {port: 1'            | agora-token.yaml line 1",
                "'server:\n\tport: 1'          | agora-token.yaml line 2",
                "'server: &a [*a]'             | server (agora-token.yaml line 1)",
                "'serve: {port: 1}'            | serve (agora-token.yaml line 1)",
                "'server:\n  prot: 1'          | server.prot (agora-token.yaml line 2)",
                "'server:\n  port: 1\n  port: 2' | server.port (agora-token.yaml line 3)",
                "'projects:\n  a: {}\n  a: {}' | projects.a (agora-token.yaml line 3)",
                "'tokens: [[[[[[[[[[a: b]]]]]]]]]]' | tokens (agora-token.yaml line 1)",
                "'[]'                          | settings (agora-token.yaml line 1)",
                "'tokens:\n  format: [a: b]'   | tokens.format (agora-token.yaml line 2)",
                "'tokens:\n  format: [007]'    | tokens.format (agora-token.yaml line 2)",
                "'tokens:\n  format: {a: b}'   | tokens.format (agora-token.yaml line 2)"
            })
    void isReadStrictlyAndNamesThePlace(String yaml, String field) {
        write(folder, "agora-token.yaml", yaml);

        assertInvalid(field, yaml, () -> {
            ResolvedSettings resolvedSettings = settings(folder, Map.of(), ConfigOverrides.NONE);
            resolvedSettings.first(SettingKey.TOKEN_FORMAT);
            new ProjectConfigReader(resolvedSettings).read();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "''", "' '", "[]"})
    void countsAnEmptyValueAsNotGiven(String value) {
        write(folder, "agora-token.yaml", "server: {host: " + value + "}");

        assertThat(settings(folder, Map.of(), ConfigOverrides.NONE).first(SettingKey.HOST))
                .isEmpty();
    }

    @Test
    void mayBeginWithAByteOrderMark() {
        write(folder, "agora-token.yaml", "\uFEFFserver: {port: 1}");

        assertThat(port(Map.of(), ConfigOverrides.NONE)).isEqualTo("1");
    }

    @Test
    void neverShowsALineOfAFileThatIsNoYaml() {
        write(folder, "agora-token.yaml", "projects:", "  a: " + CERTIFICATE, "   b: '" + CERTIFICATE);

        assertThatThrownBy(() -> settings(folder, Map.of(), ConfigOverrides.NONE))
                .isInstanceOf(InvalidValueException.class)
                .message()
                .doesNotContain(CERTIFICATE.substring(0, 8));
    }

    @Test
    void takesTextsAsTheyAreWritten() {
        write(folder, "agora-token.yaml", "tokens: {format: 007, expire: '1h'}", "server: {open: true}");

        ResolvedSettings resolvedSettings = settings(folder, Map.of(), ConfigOverrides.NONE);

        assertThat(resolvedSettings.first(SettingKey.TOKEN_FORMAT).orElseThrow().value())
                .isEqualTo("007");
        assertThat(resolvedSettings.first(SettingKey.TOKEN_EXPIRE).orElseThrow().value())
                .isEqualTo("1h");
        assertThat(resolvedSettings.first(SettingKey.ALLOW_OPEN).orElseThrow())
                .isEqualTo(new Setting(new FieldName("server.open", "agora-token.yaml line 2"), "true"));
    }

    private void assertInvalid(String field, String testCase, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
    }

    private String path() {
        return folder.resolve("agora-token.yaml").toString();
    }
}
