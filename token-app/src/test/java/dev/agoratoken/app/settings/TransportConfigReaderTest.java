package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TlsFiles;
import dev.agoratoken.http.settings.TrustedProxies;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportConfigReaderTest {
    @TempDir
    private Path folder;

    private TransportConfig read(Map<String, String> variables) {
        return new TransportConfigReader(ConfigFixture.settings(folder, variables, ConfigOverrides.NONE)).read();
    }

    @Test
    void hasADefaultForEverything() {
        assertThat(read(Map.of()))
                .isEqualTo(new TransportConfig(
                        new ServerLimits(5_000, 200, 2_000, Duration.ofSeconds(10), Duration.ofSeconds(75)),
                        new ShutdownTimeouts(Duration.ZERO, Duration.ofSeconds(10)),
                        Optional.empty(),
                        Optional.empty(),
                        TrustedProxies.NONE));
    }

    @Test
    void readsEverySettingFromTheEnvironment() {
        assertThat(read(Map.ofEntries(
                        Map.entry("SERVER_MAX_CONNECTIONS", "1"),
                        Map.entry("SERVER_MAX_REQUESTS", "2"),
                        Map.entry("SERVER_MAX_QUEUE", "0"),
                        Map.entry("SERVER_REQUEST_TIMEOUT", "4s"),
                        Map.entry("SERVER_IDLE_TIMEOUT", "5m"),
                        Map.entry("SERVER_STOP_DELAY", "6"),
                        Map.entry("SERVER_STOP_DEADLINE", "7"),
                        Map.entry("SERVER_MANAGEMENT_PORT", "9090"),
                        Map.entry("SERVER_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                        Map.entry("TLS_CERTIFICATE", "c.pem"),
                        Map.entry("TLS_KEY", "/k.pem"),
                        Map.entry("TLS_CLIENT_CA", "ca.pem"),
                        Map.entry("TLS_CLIENT_AUTH", "need"))))
                .isEqualTo(everything());
    }

    @Test
    void readsEverySettingFromTheFile() {
        write(
                folder,
                "agora-token.yaml",
                "server:",
                "  max-connections: 1",
                "  max-requests: 2",
                "  max-queue: 0",
                "  request-timeout: 4s",
                "  idle-timeout: 5m",
                "  stop-delay: 6",
                "  stop-deadline: 7",
                "  management-port: 9090",
                "  trusted-proxies: 10.0.0.0/8, ::1",
                "  tls: {certificate: c.pem, key: /k.pem, client-ca: ca.pem, client-auth: need}");

        assertThat(read(Map.of())).isEqualTo(everything());
    }

    private TransportConfig everything() {
        return new TransportConfig(
                new ServerLimits(1, 2, 0, Duration.ofSeconds(4), Duration.ofMinutes(5)),
                new ShutdownTimeouts(Duration.ofSeconds(6), Duration.ofSeconds(7)),
                Optional.of(new TlsFiles(
                        folder.resolve("c.pem"), Path.of("/k.pem"), Optional.of(folder.resolve("ca.pem")), true)),
                Optional.of(9090),
                TrustedProxies.parse("10.0.0.0/8,::1"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0s,0", "1,1", "5s,5"})
    void takesNoDelayForADelay(String text, int seconds) {
        assertThat(read(Map.of("SERVER_STOP_DELAY", text)).shutdownTimeouts().drainDelay())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_MAX_CONNECTIONS | 0    | SERVER_MAX_CONNECTIONS (environment)",
                "SERVER_MAX_QUEUE       | many | SERVER_MAX_QUEUE (environment)",
                "SERVER_IDLE_TIMEOUT    | 25h  | SERVER_IDLE_TIMEOUT (environment)",
                "SERVER_IDLE_TIMEOUT    | 0    | SERVER_IDLE_TIMEOUT (environment)",
                "SERVER_STOP_DELAY      | -1   | SERVER_STOP_DELAY (environment)",
                "SERVER_MANAGEMENT_PORT | 70000 | SERVER_MANAGEMENT_PORT (environment)",
                "SERVER_TRUSTED_PROXIES | 10.0.0.1/8 | SERVER_TRUSTED_PROXIES (environment)",
                "TLS_KEY                | k    | TLS_KEY (environment)",
                "TLS_CERTIFICATE        | c    | TLS_CERTIFICATE (environment)",
                "TLS_CLIENT_CA          | a    | TLS_CLIENT_CA (environment)",
                "TLS_CLIENT_AUTH        | want | TLS_CLIENT_AUTH (environment)",
                "TLS_CLIENT_AUTH        | may  | TLS_CLIENT_AUTH (environment)"
            })
    void namesTheSettingThatIsWrong(String name, String value, String field) {
        assertInvalid(field, name + "=" + value, () -> read(Map.of(name, value)));
    }

    @Test
    void refusesUnknownSettingsOfTls() {
        write(folder, "agora-token.yaml", "server:", "  tls: {certficate: c.pem}");

        assertInvalid("server.tls.certficate (agora-token.yaml line 2)", "unknown key", () -> read(Map.of()));
    }

    private void assertInvalid(String field, String testCase, ThrowingCallable call) {
        InvalidValueException failure = catchThrowableOfType(InvalidValueException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.fieldName()).hasToString(field);
        ApprovedMessages.verify(testCase, failure.getMessage().replace(folder.toString(), "FOLDER"));
    }
}
