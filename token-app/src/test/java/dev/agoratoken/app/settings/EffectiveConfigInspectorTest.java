package dev.agoratoken.app.settings;

import static dev.agoratoken.app.ConfigFixture.APP_ID;
import static dev.agoratoken.app.ConfigFixture.CERTIFICATE;
import static dev.agoratoken.app.ConfigFixture.OTHER_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.cli.port.ConfigInspector.Entry;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfigInspectorTest {
    @TempDir
    private Path folder;

    @Test
    void saysOfEveryValueWhereItComesFrom() {
        ConfigFixture.write(
                folder,
                "agora-token.yaml",
                "projects:",
                "  school:",
                "    app-id: " + APP_ID,
                "    certificates: [" + CERTIFICATE + "]",
                "tokens:",
                "  expire: 30m");
        ConfigFixture.write(folder, ".env", "TOKEN_FORMAT=006");
        ConfigFixture.write(folder, "cert.txt", OTHER_CERTIFICATE);
        ConfigOverrides configOverrides =
                new ConfigOverrides(Optional.empty(), Optional.of("cert.txt"), Optional.empty());

        List<Entry> report = EffectiveConfigInspector.entries(
                ConfigFixture.settings(folder, Map.of("PORT", "9000"), configOverrides));

        assertThat(report)
                .containsExactly(
                        new Entry("projects.school.app-id", APP_ID, "agora-token.yaml line 3"),
                        new Entry("projects.school.certificates[0]", "(hidden)", "APP_CERTIFICATE_FILE (command line)"),
                        new Entry("tokens.project", "school", "the only project"),
                        new Entry("tokens.format", "006", "TOKEN_FORMAT (.env)"),
                        new Entry("tokens.expire", "1800s", "tokens.expire (agora-token.yaml line 6)"),
                        new Entry("server.port", "9000", "PORT (environment)"),
                        new Entry("server.management-port", "none", "default"),
                        new Entry("server.host", "127.0.0.1", "default"),
                        new Entry("server.open", "false", "default"),
                        new Entry("server.console", "true", "default"),
                        new Entry("server.other-servers-routes", "true", "default"),
                        new Entry("server.cors-allow-origin", "none", "default"),
                        new Entry("server.trusted-proxies", "none", "default"),
                        new Entry("server.log-format", "text", "default"),
                        new Entry("server.log-level", "info", "default"),
                        new Entry("server.max-connections", "5000", "default"),
                        new Entry("server.max-requests", "200", "default"),
                        new Entry("server.max-queue", "2000", "default"),
                        new Entry("server.request-timeout", "10s", "default"),
                        new Entry("server.idle-timeout", "75s", "default"),
                        new Entry("server.stop-delay", "0s", "default"),
                        new Entry("server.stop-deadline", "10s", "default"),
                        new Entry("server.tls.certificate", "none", "default"),
                        new Entry("server.tls.key", "none", "default"),
                        new Entry("server.tls.client-ca", "none", "default"),
                        new Entry("server.tls.client-auth", "want", "default"),
                        new Entry("audit.file", "none", "default"),
                        new Entry("audit.log", "false", "default"),
                        new Entry("audit.on-failure", "refuse", "default"),
                        new Entry("bans.file", "none", "default"),
                        new Entry("shared.redis", "none", "default"),
                        new Entry("shared.redis-password.file", "none", "default"),
                        new Entry("shared.on-failure", "local", "default"));
    }

    @Test
    void hidesTheCustomerSecret() {
        ConfigFixture.write(folder, "secret.txt", "the-secret");
        Map<String, String> variables = Map.of(
                "APP_ID",
                APP_ID,
                "APP_CERTIFICATE",
                CERTIFICATE,
                "AGORA_REST_CUSTOMER_ID",
                "customer",
                "AGORA_REST_CUSTOMER_SECRET_FILE",
                "secret.txt");

        List<Entry> report =
                EffectiveConfigInspector.entries(ConfigFixture.settings(folder, variables, ConfigOverrides.NONE));

        assertThat(report)
                .contains(
                        new Entry(
                                "projects.default.agora-rest.customer-id",
                                "customer",
                                "AGORA_REST_CUSTOMER_ID (environment)"),
                        new Entry(
                                "projects.default.agora-rest.customer-secret",
                                "(hidden)",
                                "AGORA_REST_CUSTOMER_SECRET_FILE (environment)"),
                        new Entry("projects.default.agora-rest.host", "api.agora.io", "default"));
        assertThat(report.toString()).doesNotContain("the-secret");
    }

    @Test
    void warnsOfVariablesWithoutEffect() {
        ConfigFixture.write(
                folder,
                ".env",
                "AGORA_CERTIFICATE=" + CERTIFICATE,
                "APP_CERTIFICATE_FIEL=cert.txt",
                "NEXT_PUBLIC_AGORA_APP_CERTIFICATE=" + CERTIFICATE,
                "AGORA_TOKEN_CONFG=x.yaml",
                "AGORA_CUSTOMER_SECRET=x",
                "HOST=x",
                "DATABASE_URL=x");
        Map<String, String> variables =
                Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE, "APP_CERTIFICATE_FILE", "cert.txt");

        List<Entry> warned =
                EffectiveConfigInspector.checkedEntries(ConfigFixture.settings(folder, variables, ConfigOverrides.NONE))
                        .stream()
                        .filter(entry -> entry.warning() != null)
                        .toList();

        assertThat(warned)
                .extracting(Entry::name)
                .containsExactly(
                        "projects.default.certificates[0]",
                        "AGORA_CERTIFICATE",
                        "AGORA_TOKEN_CONFG",
                        "APP_CERTIFICATE_FIEL",
                        "NEXT_PUBLIC_AGORA_APP_CERTIFICATE");
        warned.forEach(entry -> ApprovedMessages.verify("warning for " + entry.name(), entry.warning()));
    }

    @Test
    void warnsOfRulesThatAFormatUndoes() {
        ApprovedMessages.verify(
                "rtc in 006",
                warning("007", "{services: rtc, channels: 'class-*', user: any, formats: ['006', '007']}"));
        ApprovedMessages.verify("rtm in 006", warning("007", "{services: rtm, user: ann, formats: '006'}"));
        assertThat(warning("006", "{services: [rtc, rtm], channels: '*', user: any, also: any-user, formats: '006'}"))
                .isNull();
        assertThat(warning("007", "{services: rtc, channels: 'class-*', user: any}"))
                .isNull();
    }

    @Test
    void warnsOfCallersWhoMayNotHaveTheUsualFormat() {
        ApprovedMessages.verify(
                "no rule for the default format", warning("006", "{services: rtc, channels: 'class-*', user: any}"));
    }

    private String warning(String format, String rule) {
        ConfigFixture.write(
                folder,
                "agora-token.yaml",
                "projects: {default: {app-id: " + APP_ID + ", certificates: [" + CERTIFICATE + "]}}",
                "callers: [{name: anonymous, allow: " + rule + "}]");
        return EffectiveConfigInspector.entries(
                        ConfigFixture.settings(folder, Map.of("TOKEN_FORMAT", format), ConfigOverrides.NONE))
                .stream()
                .filter(entry -> entry.name().equals("callers.anonymous"))
                .findFirst()
                .orElseThrow()
                .warning();
    }

    @Test
    void saysOfEveryCallerHowItIsKnownAndHidesTheRest() {
        String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        ConfigFixture.write(
                folder,
                "agora-token.yaml",
                "projects: {default: {app-id: " + APP_ID + ", certificates: [" + CERTIFICATE + "]}}",
                "callers:",
                "  - {name: web, key-sha256: " + hash + ", allow: {services: rtm, user: any}}");

        List<Entry> report =
                EffectiveConfigInspector.entries(ConfigFixture.settings(folder, Map.of(), ConfigOverrides.NONE));

        assertThat(report)
                .contains(
                        new Entry(
                                "callers.web",
                                "API key ba7816bf...; rules: 1 allow, 0 deny",
                                "agora-token.yaml line 3"),
                        new Entry("server.host", "0.0.0.0", "default"));
        assertThat(report.toString()).doesNotContain(hash);
    }

    @Test
    void namesTheFirstSettingThatIsWrong() {
        ResolvedSettings resolvedSettings = ConfigFixture.settings(
                folder, Map.of("APP_ID", APP_ID, "APP_CERTIFICATE", CERTIFICATE, "PORT", "x"), ConfigOverrides.NONE);

        assertThatThrownBy(() -> EffectiveConfigInspector.entries(resolvedSettings))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("PORT (environment): ");
    }
}
