package dev.agoratoken.app.config;

import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.settings;
import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        assertThatThrownBy(() -> settings(folder, Map.of(), ConfigFixture.configFile("none.yaml")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "config: there is no file \"none.yaml\"; name an existing configuration file with --config or"
                                + " AGORA_TOKEN_CONFIG");
    }

    @Test
    void mustBeReadable() throws IOException {
        Files.createDirectory(folder.resolve("agora-token.yaml"));

        assertThatThrownBy(() -> settings(folder, Map.of(), ConfigOverrides.NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageEndingWith(
                        "agora-token.yaml: it cannot be read as UTF-8 text; name a readable configuration file");
    }

    @Test
    void mustBeUtf8() throws IOException {
        Files.write(folder.resolve("agora-token.yaml"), new byte[] {'#', (byte) 0xff, '\n'});

        assertThatThrownBy(() -> settings(folder, Map.of(), ConfigOverrides.NONE))
                .hasMessageContaining("it cannot be read as UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a: [", "[{b: "})
    void isRefusedInOneLineIfItNestsTooDeeply(String opening) {
        for (int times : new int[] {ShallowYamlParser.MAX_DEPTH + 1, 20_000}) {
            write(folder, "agora-token.yaml", opening.repeat(times));

            assertThatThrownBy(() -> settings(folder, Map.of(), ConfigOverrides.NONE))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageStartingWith("agora-token.yaml line 1: it is no YAML: ")
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'server: {port: 1'            | 'agora-token.yaml line 1: it is no YAML: '",
                "'server:\n\tport: 1'          | 'agora-token.yaml line 2: it is no YAML: '",
                "'server: &a [*a]'             | 'server (agora-token.yaml line 1): there is no group of settings'",
                "'serve: {port: 1}'            | 'serve (agora-token.yaml line 1): there is no such setting; did you mean server?'",
                "'server:\n  prot: 1'          | 'server.prot (agora-token.yaml line 2): there is no such setting; did you mean port?'",
                "'server:\n  port: 1\n  port: 2' | 'server.port (agora-token.yaml line 3): the key stands twice; keep one of the two'",
                "'projects:\n  a: {}\n  a: {}' | 'projects.a (agora-token.yaml line 3): the key stands twice; keep one of the two'",
                "'tokens: [[[[[[[[[[a: b]]]]]]]]]]' | 'tokens (agora-token.yaml line 1): there is no group of settings'",
                "'[]'                          | 'settings (agora-token.yaml line 1): there is no group of settings'",
                "'tokens:\n  format: [a: b]'   | 'tokens.format[0] (agora-token.yaml line 2): there is no text'"
            })
    void isReadStrictlyAndNamesThePlace(String yaml, String complaint) {
        write(folder, "agora-token.yaml", yaml);

        assertThatThrownBy(() -> {
                    ResolvedSettings resolvedSettings = settings(folder, Map.of(), ConfigOverrides.NONE);
                    resolvedSettings.first(SettingKey.TOKEN_FORMAT);
                    new ProjectConfigReader(resolvedSettings).read();
                })
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(complaint);
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
                .isEqualTo(new Setting("server.open", "true", "agora-token.yaml line 2"));
    }
}
