package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.config;
import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TrustedProxies;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static final TransportConfig TRANSPORT_DEFAULTS = new TransportConfig(
            ServerLimits.DEFAULT, ShutdownTimeouts.DEFAULT, Optional.empty(), Optional.empty(), TrustedProxies.NONE);

    @TempDir
    private Path folder;

    @Test
    void hasADefaultForEverythingButTheProject() {
        ConfigReader config = config(folder, Map.of());

        assertThat(config.server())
                .isEqualTo(new ServerConfig(
                        Optional.empty(),
                        8080,
                        new AllowedOrigins(false, List.of()),
                        false,
                        LogFormat.TEXT,
                        LogLevel.INFO,
                        true,
                        true,
                        TRANSPORT_DEFAULTS));
        assertThat(config.issuingDefaults(ProjectName.DEFAULT))
                .isEqualTo(new IssuingDefaults(ProjectName.DEFAULT, TokenFormat.V007, Lifetime.ofSeconds(3600)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "''", "' '", "[]"})
    void countsAnEmptyValueAsNotGiven(String value) {
        ConfigReader defaults = config(folder, Map.of());
        write(folder, "agora-token.yaml", "server: {host: " + value + "}", "audit: {file: " + value + "}");

        ConfigReader config = config(folder, Map.of());

        assertThat(config.server()).isEqualTo(defaults.server());
        assertThat(config.audit()).isEqualTo(defaults.audit());
    }

    @Test
    void readsEverySettingFromTheEnvironment() {
        assertReadsEverything(
                new FieldName("SERVER_HOST", "environment"),
                config(
                        folder,
                        Map.of(
                                "SERVER_HOST", "127.0.0.2",
                                "SERVER_PORT", "9000",
                                "CORS_ALLOW_ORIGIN", "https://a.example, https://b.example",
                                "ALLOW_OPEN", "true",
                                "CONSOLE", "false",
                                "SERVER_OTHER_SERVERS_ROUTES", "false",
                                "LOG_FORMAT", "json",
                                "LOG_LEVEL", "debug",
                                "TOKEN_FORMAT", "006",
                                "TOKEN_EXPIRE", "30m")));
    }

    @Test
    void readsEverySettingFromTheDotEnvFile() {
        write(
                folder,
                ".env",
                "SERVER_HOST=127.0.0.2",
                "SERVER_PORT=9000",
                "CORS_ALLOW_ORIGIN=\"https://a.example, https://b.example\"",
                "ALLOW_OPEN=true",
                "CONSOLE=false",
                "SERVER_OTHER_SERVERS_ROUTES=false",
                "LOG_FORMAT=json",
                "LOG_LEVEL=debug",
                "TOKEN_FORMAT=006",
                "TOKEN_EXPIRE=30m");

        assertReadsEverything(new FieldName("SERVER_HOST", ".env"), config(folder, Map.of()));
    }

    @Test
    void readsEverySettingFromTheFile() {
        write(
                folder,
                "agora-token.yaml",
                "server:",
                "  host: 127.0.0.2",
                "  port: 9000",
                "  cors-allow-origin: [https://a.example, https://b.example]",
                "  open: true",
                "  console: false",
                "  other-servers-routes: false",
                "  log-format: json",
                "  log-level: debug",
                "tokens:",
                "  format: 006",
                "  expire: 30m");

        assertReadsEverything(new FieldName("server.host", "agora-token.yaml line 2"), config(folder, Map.of()));
    }

    private static void assertReadsEverything(FieldName hostField, ConfigReader config) {
        assertThat(config.server())
                .isEqualTo(new ServerConfig(
                        Optional.of(new Sourced<>("127.0.0.2", hostField)),
                        9000,
                        new AllowedOrigins(false, List.of("https://a.example", "https://b.example")),
                        true,
                        LogFormat.JSON,
                        LogLevel.DEBUG,
                        false,
                        false,
                        TRANSPORT_DEFAULTS));
        assertThat(config.issuingDefaults(ProjectName.DEFAULT))
                .isEqualTo(new IssuingDefaults(ProjectName.DEFAULT, TokenFormat.V006, Lifetime.ofSeconds(1800)));
    }

    @Test
    void writesNoAuditFileByDefaultAndLogsWhereCallersAreAsked() {
        AuditConfig audit = config(folder, Map.of()).audit();

        assertThat(audit).isEqualTo(new AuditConfig(Optional.empty(), Optional.empty(), true));
        assertThat(audit.logsFor(true)).isTrue();
        assertThat(audit.logsFor(false)).isFalse();
    }

    @Test
    void readsTheAuditFromTheEnvironment() {
        Map<String, String> variables =
                Map.of("AUDIT_FILE", "audit.jsonl", "AUDIT_LOG", "true", "AUDIT_ON_FAILURE", "continue");

        assertThat(config(folder, variables).audit())
                .isEqualTo(new AuditConfig(Optional.of(folder.resolve("audit.jsonl")), Optional.of(true), false));
    }

    @Test
    void readsTheAuditFromTheDotEnvFile() {
        write(folder, ".env", "AUDIT_FILE=audit.jsonl", "AUDIT_LOG=false", "AUDIT_ON_FAILURE=refuse");

        assertThat(config(folder, Map.of()).audit())
                .isEqualTo(new AuditConfig(Optional.of(folder.resolve("audit.jsonl")), Optional.of(false), true));
    }

    @Test
    void readsTheAuditFromTheFileWithNamesThatBeginBesideIt() throws IOException {
        Path beside = Files.createDirectory(folder.resolve("etc"));
        write(beside, "own.yaml", "audit: {file: audit.jsonl, log: true, on-failure: continue}");
        ResolvedSettings resolvedSettings =
                ConfigFixture.settings(folder, Map.of(), ConfigFixture.configFile("etc/own.yaml"));

        assertThat(new ConfigReader(resolvedSettings).audit())
                .isEqualTo(new AuditConfig(Optional.of(beside.resolve("audit.jsonl")), Optional.of(true), false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUDIT_LOG        | yes    | AUDIT_LOG (environment)",
                "AUDIT_ON_FAILURE | ignore | AUDIT_ON_FAILURE (environment)"
            })
    void namesTheSettingOfTheAuditThatIsWrong(String name, String value, String field) {
        ConfigReader config = config(folder, Map.of(name, value));

        assertInvalid(field, name + "=" + value, config::audit);
    }

    @Test
    void takesTheFirstSourceThatHasASetting() {
        write(folder, "agora-token.yaml", "server: {port: 1}", "tokens: {expire: 1s, format: 006}");
        write(folder, ".env", "SERVER_PORT=2", "TOKEN_EXPIRE=2s");

        ConfigReader config = config(folder, Map.of("SERVER_PORT", "3"));

        assertThat(config.server().port()).isEqualTo(3);
        assertThat(config.issuingDefaults(ProjectName.DEFAULT).lifetime()).isEqualTo(Lifetime.ofSeconds(2));
        assertThat(config.issuingDefaults(ProjectName.DEFAULT).format()).isEqualTo(TokenFormat.V006);
    }

    @Test
    void prefersTheLocalDotEnvFile() {
        write(folder, ".env.local", "AGORA_TOKEN_CONFIG=local.yaml", "SERVER_PORT=3");
        write(folder, ".env", "AGORA_TOKEN_CONFIG=missing.yaml", "SERVER_PORT=2", "SERVER_HOST=127.0.0.2");
        write(folder, "local.yaml", "tokens: {expire: 9s}");
        ResolvedSettings resolvedSettings = ConfigFixture.settings(folder, Map.of(), ConfigOverrides.NONE);

        assertThat(resolvedSettings.value(SettingKey.PORT)).isEqualTo(3);
        assertThat(resolvedSettings.origin(SettingKey.PORT)).isEqualTo("SERVER_PORT (.env.local)");
        assertThat(resolvedSettings.origin(SettingKey.HOST)).isEqualTo("SERVER_HOST (.env)");
        assertThat(resolvedSettings.origin(SettingKey.TOKEN_EXPIRE)).isEqualTo("tokens.expire (local.yaml line 1)");
        assertThat(ConfigFixture.config(folder, Map.of("SERVER_PORT", "4"))
                        .server()
                        .port())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"9001,9002,9001", "'',9002,9002", "' ',9002,9002", "'','',7"})
    void prefersTheServersOwnPortToThePlatforms(String own, String platform, int expected) {
        write(folder, "agora-token.yaml", "server: {port: 7}");

        ConfigReader config = config(folder, Map.of("SERVER_PORT", own, "PORT", platform));

        assertThat(config.server().port()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_PORT       | 65536 | SERVER_PORT (environment)",
                "PORT              | -1    | PORT (environment)",
                "SERVER_PORT       | 80a   | SERVER_PORT (environment)",
                "ALLOW_OPEN        | yes   | ALLOW_OPEN (environment)"
            })
    void namesTheSettingThatIsWrongAndItsSource(String name, String value, String field) {
        ConfigReader config = config(folder, Map.of(name, value));

        assertInvalid(field, name + "=" + value, config::server);
    }

    @ParameterizedTest
    @CsvSource({"TOKEN_FORMAT,008", "TOKEN_EXPIRE,25h", "TOKEN_EXPIRE,0"})
    void refusesDefaultsThatNoTokenCanHave(String name, String value) {
        ConfigReader config = config(folder, Map.of(name, value));

        assertInvalid(name + " (environment)", name + "=" + value, () -> config.issuingDefaults(ProjectName.DEFAULT));
    }

    @Test
    void neverPrintsASecret() {
        write(folder, ".env", "APP_CERTIFICATE=" + CERTIFICATE);
        ResolvedSettings resolvedSettings =
                ConfigFixture.settings(folder, Map.of("APP_ID", APP_ID), ConfigOverrides.NONE);

        assertThat(resolvedSettings
                        .first(SettingKey.APP_CERTIFICATE)
                        .orElseThrow()
                        .value())
                .isEqualTo(CERTIFICATE);
        assertThat(resolvedSettings.first(SettingKey.APP_CERTIFICATE))
                .hasToString("Optional[Setting[APP_CERTIFICATE (.env)]]");
        assertThat(resolvedSettings.toString()).doesNotContain(CERTIFICATE);
        assertThat(ConfigFixture.environment(folder, Map.of("APP_CERTIFICATE", CERTIFICATE), "")
                        .toString())
                .doesNotContain(CERTIFICATE);
        assertThat(config(folder, Map.of("APP_ID", APP_ID)).projects().toString())
                .doesNotContain(CERTIFICATE);
    }

    private void assertInvalid(String field, String testCase, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
    }

    @Test
    void readsTheSharedState() {
        ConfigFixture.write(folder, "agora-token.yaml", "shared: {redis: \"redis://cache\", on-failure: reject}");

        assertThat(ConfigFixture.config(folder, Map.of()).shared()).hasValueSatisfying(redis -> {
            assertThat(redis.address()).hasToString("redis://cache");
            assertThat(redis.required()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHARED_ON_FAILURE", "SHARED_REDIS_PASSWORD_FILE"})
    void rejectsSettingsOfASharedStateWithoutItsAddress(String name) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() ->
                        ConfigFixture.config(folder, Map.of(name, "local")).shared())
                .satisfies(failure -> assertThat(failure.fieldName()).hasToString(name + " (environment)"));
    }
}
