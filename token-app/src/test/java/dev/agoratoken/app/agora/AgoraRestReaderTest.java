package dev.agoratoken.app.agora;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.OTHER_APP_ID;
import static dev.agoratoken.app.ConfigFixture.OTHER_CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.settings.ConfigReader;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgoraRestReaderTest {
    private static final String SECRET = "x7-the-secret";
    private static final Map<String, String> PROJECT = Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE);

    @TempDir
    private Path folder;

    @Test
    void readsTheAccessOfEachProject() {
        write(folder, "secret.txt", "  " + SECRET, "");
        writeProjects("agora-rest: {customer-id: one, customer-secret: {file: secret.txt}}");

        Map<ProjectName, AgoraRest> access = read(Map.of());

        assertThat(access)
                .containsExactly(Map.entry(
                        ProjectName.of("school"),
                        new AgoraRest(AppId.of(APP_ID), "one", CustomerSecret.of(SECRET), AgoraHost.DEFAULT)));
        assertThat(access.toString()).doesNotContain(SECRET);
    }

    @Test
    void readsTheAccessOfTheDefaultProjectFromTheEnvironment() {
        writeProjects("agora-rest: {customer-id: one, customer-secret: other}");

        Map<ProjectName, AgoraRest> access = read(Map.of(
                "AGORA_REST_CUSTOMER_ID", "two",
                "AGORA_REST_CUSTOMER_SECRET", SECRET,
                "AGORA_REST_HOST", "api.sd-rtn.com"));

        assertThat(access.get(ProjectName.of("school")))
                .isEqualTo(new AgoraRest(
                        AppId.of(APP_ID), "two", CustomerSecret.of(SECRET), AgoraHost.of("api.sd-rtn.com")));
    }

    @Test
    void readsTheSecretFromTheFileThatTheEnvironmentNames() {
        write(folder, "secret.txt", SECRET);

        assertThat(read(with("AGORA_REST_CUSTOMER_ID", "one", "AGORA_REST_CUSTOMER_SECRET_FILE", "secret.txt")))
                .hasEntrySatisfying(
                        ProjectName.DEFAULT,
                        found -> assertThat(found.customerSecret()).isEqualTo(CustomerSecret.of(SECRET)));
    }

    @Test
    void needsNoAccess() {
        assertThat(read(PROJECT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AGORA_REST_CUSTOMER_ID,one,AGORA_REST_CUSTOMER_SECRET",
        "AGORA_REST_CUSTOMER_SECRET,x7-the-secret,AGORA_REST_CUSTOMER_ID"
    })
    void needsBothHalvesOfTheCredentials(String name, String value, String missing) {
        verify("only " + name, missing, failure(with(name, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "AGORA_REST_CUSTOMER_ID,a:b",
        "AGORA_REST_CUSTOMER_SECRET,x7-the secret",
        "AGORA_REST_HOST,https://api.agora.io",
        "AGORA_REST_HOST,api.agora.io:70000",
        "AGORA_REST_HOST,user@example.com"
    })
    void rejectsInvalidValues(String name, String value) {
        Map<String, String> variables =
                new HashMap<>(with("AGORA_REST_CUSTOMER_ID", "one", "AGORA_REST_CUSTOMER_SECRET", SECRET));
        variables.put(name, value);

        verify(name + " " + value.replace("x7-", ""), name + " (environment)", failure(variables));
    }

    @Test
    void rejectsUnknownAndMissingKeys() {
        writeProjects("agora-rest: {customer-id: one, customer-secrt: x7-the-secret}");
        verify("unknown key", "projects.school.agora-rest.customer-secrt (agora-token.yaml line 5)", failure(Map.of()));

        writeProjects("agora-rest: {customer-id: one}");
        verify("no secret", "projects.school.agora-rest (agora-token.yaml line 5)", failure(Map.of()));

        writeProjects("agora-rest: {customer-id: one, customer-secret: {file: nowhere.txt}}");
        verify(
                "no file",
                "projects.school.agora-rest.customer-secret.file (agora-token.yaml line 5)",
                failure(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8099", "localhost:8099", "[::1]:8099"})
    void speaksPlainHttpOnLoopbackOnly(String host) {
        assertThat(AgoraHost.of(host).uri("/x")).hasToString("http://" + host + "/x");
        assertThat(AgoraHost.DEFAULT.uri("/x")).hasToString("https://api.agora.io/x");
        assertThat(AgoraHost.of("localhost.example.com").uri("/x")).hasScheme("https");
    }

    private void writeProjects(String access) {
        write(
                folder,
                "agora-token.yaml",
                "projects:",
                "  school:",
                "    app-id: " + APP_ID,
                "    certificates: [" + CERTIFICATE + "]",
                "    " + access,
                "  clinic:",
                "    app-id: " + OTHER_APP_ID,
                "    certificates: [" + OTHER_CERTIFICATE + "]",
                "tokens: {project: school}");
    }

    private static Map<String, String> with(String... settings) {
        Map<String, String> variables = new HashMap<>(PROJECT);
        for (int i = 0; i < settings.length; i += 2) {
            variables.put(settings[i], settings[i + 1]);
        }
        return variables;
    }

    private static void verify(String name, String field, InvalidValueException failure) {
        assertThat(failure.fieldName()).hasToString(field);
        assertThat(failure.getMessage()).doesNotContain("x7-");
        ApprovedMessages.verify(name, failure.problem() + "; " + failure.remedy());
    }

    private InvalidValueException failure(Map<String, String> variables) {
        return catchThrowableOfType(InvalidValueException.class, () -> read(variables));
    }

    private Map<ProjectName, AgoraRest> read(Map<String, String> variables) {
        ResolvedSettings settings = ConfigFixture.settings(folder, variables, ConfigOverrides.NONE);
        return new AgoraRestReader(settings).read(new ConfigReader(settings).projects());
    }
}
