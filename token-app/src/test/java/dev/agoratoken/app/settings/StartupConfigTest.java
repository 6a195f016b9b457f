package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code config check} says good only to what {@code serve} starts with. */
class StartupConfigTest {
    @ParameterizedTest
    @CsvSource({"[::1], ::1", "::1, ::1", "[::], ::", "127.0.0.1, 127.0.0.1", "localhost, localhost"})
    void takesAnAddressInBracketsAsItStandsInUrls(String written, String host) {
        ServerConfig server = StartupConfig.read(ConfigFixture.settings(
                        Path.of("/nowhere"), Map.of("SERVER_HOST", written), ConfigOverrides.NONE))
                .server();

        assertThat(server.hostFor(false)).isEqualTo(host);
    }

    @TempDir
    private Path folder;

    @Test
    void isGoodWithoutAnySetting() {
        check(Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_HOST | 0.0.0.0        | SERVER_HOST (environment)",
                "SERVER_HOST | no such name   | SERVER_HOST (environment)",
                "AUDIT_FILE  | /nonexistent/x | AUDIT_FILE (environment)",
                "AUDIT_FILE  | .              | AUDIT_FILE (environment)"
            })
    void isRefusedIfTheServerWouldNotStart(String name, String value, String field) {
        assertRefused(Map.of(name, value), field);
    }

    @Test
    void isRefusedWithFilesOfTlsThatAreNotThere() {
        assertRefused(Map.of("TLS_CERTIFICATE", "/nope", "TLS_KEY", "/nope2"), "TLS_CERTIFICATE (environment)");
    }

    @Test
    void isRefusedIfItAsksCallersAndNobodyAtOnce() {
        configureCallers();

        assertRefused(Map.of("ALLOW_OPEN", "true"), "ALLOW_OPEN (environment)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void mayListenEverywhereIfCallersAreAskedOrEverybodyIsMeant(String host) {
        check(Map.of("SERVER_HOST", host, "ALLOW_OPEN", "true"));

        configureCallers();
        check(Map.of("SERVER_HOST", host));
    }

    @Test
    void namesTheLineOfTheFileThatItIsRefusedFor() {
        ConfigFixture.write(folder, "agora-token.yaml", "server:", "  host: 0.0.0.0");

        assertRefused(Map.of(), "server.host (agora-token.yaml line 2)");
    }

    @Test
    void namesTheOptionThatItIsRefusedFor() {
        ServeOptions options =
                new ServeOptions(Optional.of("0.0.0.0"), Optional.empty(), false, false, ConfigOverrides.NONE);
        StartupConfig start = StartupConfig.read(
                        ConfigFixture.settings(folder, Map.of("SERVER_HOST", "127.0.0.1"), ConfigOverrides.NONE))
                .with(options);

        assertInvalid("host", "--host=0.0.0.0", () -> start.check(false));
    }

    @Test
    void leavesNothingBehind() throws IOException {
        check(Map.of("AUDIT_FILE", "audit.jsonl"));
        assertThat(folder).isEmptyDirectory();

        Files.writeString(folder.resolve("audit.jsonl"), "old\n");
        check(Map.of("AUDIT_FILE", "audit.jsonl"));
        assertThat(folder.resolve("audit.jsonl")).hasContent("old");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void takesAFileThatWillNotBeWrittenForGoodUntilItIs() {
        check(Map.of("AUDIT_FILE", "/dev/full"));
    }

    @Test
    void isShownEvenIfTheServerWouldNotStart() {
        assertThat(EffectiveConfigInspector.entries(settings(Map.of("SERVER_HOST", "0.0.0.0"))))
                .anyMatch(entry -> entry.name().equals("server.host")
                        && entry.value().equals("0.0.0.0")
                        && entry.origin().equals("SERVER_HOST (environment)"));
    }

    private void configureCallers() {
        ConfigFixture.write(
                folder, "agora-token.yaml", "callers: [{name: anonymous, allow: {services: rtm, user: any}}]");
    }

    private void assertRefused(Map<String, String> variables, String field) {
        assertInvalid(field, field + " with " + new TreeMap<>(variables), () -> check(variables));
    }

    private void check(Map<String, String> variables) {
        assertThat(EffectiveConfigInspector.checkedEntries(settings(variables))).isNotEmpty();
    }

    private ResolvedSettings settings(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE));
        all.putAll(variables);
        return ConfigFixture.settings(folder, all, ConfigOverrides.NONE);
    }

    private void assertInvalid(String field, String testCase, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
    }
}
