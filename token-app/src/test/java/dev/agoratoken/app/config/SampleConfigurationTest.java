package dev.agoratoken.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.ConfigFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample configuration deploy/agora-token.yaml, which the Debian package installs: complete, and valid. */
class SampleConfigurationTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir"), "..");
    private static final Path SAMPLE = ROOT.resolve("deploy/agora-token.yaml");
    private static final Path TLS = ROOT.resolve("adapter-http/src/test/resources/tls");

    /** A key or an item that is commented out. Explanations have one space after "#". */
    private static final Pattern COMMENTED_OUT = Pattern.compile("(?m)^#(?! \\S)");

    private static final Map<String, String> PROJECT =
            Map.of("APP_ID", ConfigFixture.APP_ID, "APP_CERTIFICATE", ConfigFixture.CERTIFICATE);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void provideTheFilesThatItNames() throws IOException {
        Path certificates = Files.createDirectory(folder.resolve("certificates"));
        Files.writeString(certificates.resolve("default.cert"), ConfigFixture.CERTIFICATE);
        Files.writeString(certificates.resolve("default-secondary.cert"), ConfigFixture.CERTIFICATE);
        Files.writeString(certificates.resolve("redis.password"), "a password");
        for (String name : new String[] {"server.pem", "server.key", "client-ca.pem"}) {
            Files.copy(TLS.resolve(name), certificates.resolve(name));
        }
    }

    static Object[] keys() {
        return SettingKey.all().stream().filter(key -> key.path().isPresent()).toArray();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasEveryKey(SettingKey<?> key) throws IOException {
        ConfigFile file = ConfigFile.parse(folder, "agora-token.yaml", uncommented());

        assertThat(file.find(key)).as(key.label()).isPresent();
    }

    @Test
    void hasTheListsAndMaps() throws IOException {
        assertThat(uncommented()).contains("\nprojects:\n", "\n    app-id: ", "\n    certificates:\n", "\ncallers:\n");
    }

    @Test
    void isValidAsItIs() throws IOException {
        assertThat(check(Files.readString(SAMPLE), PROJECT)).isZero();
    }

    @Test
    void isValidWithEveryKey() throws IOException {
        // The folder of the log exists only where the package is installed; bans are in a file or in Redis.
        String configuration = uncommented()
                .replace("/var/log/agora-token/", "")
                .replace("bans:\n", "")
                .replace("  file: /var/lib/agora-token/bans.db\n", "");

        assertThat(check(configuration, Map.of())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("the configuration is valid");
    }

    private int check(String configuration, Map<String, String> variables) throws IOException {
        Path file = write(configuration);
        int code = ConfigFixture.commandLine(ConfigFixture.environment(folder, variables, ""))
                .run(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        "config",
                        "check",
                        "--config",
                        file.toString());
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        return code;
    }

    private Path write(String configuration) throws IOException {
        return Files.writeString(folder.resolve("agora-token.yaml"), configuration);
    }

    private static String uncommented() throws IOException {
        return COMMENTED_OUT.matcher(Files.readString(SAMPLE)).replaceAll("");
    }
}
