package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration, read from settings. Each part is read when it is asked for, so that a command that makes a token does
 * not fail over a port. A bad value fails with one line that names the setting and never shows a secret.
 */
public final class ConfigReader {
    private static final int MAX_PORT = 65535;

    private final ResolvedSettings resolvedSettings;

    public ConfigReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    public ConfiguredProjects projects() {
        return new ProjectConfigReader(resolvedSettings).read();
    }

    /** The projects for what works without any, too. */
    public Projects anyProjects() {
        return new ProjectConfigReader(resolvedSettings)
                .readAny()
                .<Projects>map(projects -> projects)
                .orElse(Projects.of(List.of()));
    }

    /** What a request gets that leaves it open: format of {@code TOKEN_FORMAT}, else 007; lifetime of {@code TOKEN_EXPIRE}, else one hour. */
    public IssuingDefaults issuingDefaults(ProjectName project) {
        IssuingDefaults standard = IssuingDefaults.STANDARD;
        return new IssuingDefaults(
                project,
                resolvedSettings
                        .value(SettingKey.TOKEN_FORMAT, TokenFormat::fromPrefix)
                        .orElse(standard.format()),
                resolvedSettings.value(SettingKey.TOKEN_EXPIRE, Lifetime::parse).orElse(standard.lifetime()));
    }

    /** The server's part; what is not set is as in {@link ServerConfig#DEFAULT}. */
    ServerConfig server() {
        ServerConfig standard = ServerConfig.DEFAULT;
        return new ServerConfig(
                resolvedSettings.first(SettingKey.HOST).map(setting -> Sourced.in(setting, Function.identity())),
                portSetting().map(setting -> setting.parse(ConfigReader::port)).orElse(standard.port()),
                resolvedSettings
                        .value(SettingKey.CORS_ALLOW_ORIGIN, AllowedOrigins::parse)
                        .orElse(standard.allowedOrigins()),
                resolvedSettings
                        .value(SettingKey.ALLOW_OPEN, ConfigReader::parseBoolean)
                        .orElse(standard.open()),
                resolvedSettings
                        .value(SettingKey.LOG_FORMAT, LogFormat::fromLabel)
                        .orElse(standard.logFormat()),
                resolvedSettings.value(SettingKey.LOG_LEVEL, LogLevel::named).orElse(standard.logLevel()),
                resolvedSettings
                        .value(SettingKey.CONSOLE, ConfigReader::parseBoolean)
                        .orElse(standard.console()),
                new TransportConfigReader(resolvedSettings).read());
    }

    /** Where decisions are written down; what is not set is as in {@link AuditConfig#DEFAULT}. */
    AuditConfig audit() {
        return new AuditConfig(
                resolvedSettings.file(SettingKey.AUDIT_FILE),
                resolvedSettings.value(SettingKey.AUDIT_LOG, ConfigReader::parseBoolean),
                resolvedSettings
                        .value(SettingKey.AUDIT_ON_FAILURE, ConfigReader::isRequired)
                        .orElse(AuditConfig.DEFAULT.failClosed()));
    }

    private static boolean isRequired(String text) {
        return switch (text) {
            case "refuse" -> true;
            case "continue" -> false;
            default ->
                throw new InvalidValueException(
                        "on-failure",
                        Printable.quote(text) + " is neither refuse nor continue",
                        "write refuse to issue nothing that is not written down, or continue");
        };
    }

    /** A port that the platform gives is meant for this run, and comes before the file's. */
    Optional<Setting> portSetting() {
        return resolvedSettings
                .outsideFile(SettingKey.PORT)
                .or(() -> resolvedSettings.outsideFile(SettingKey.PLATFORM_PORT))
                .or(() -> resolvedSettings.first(SettingKey.PORT));
    }

    private static int port(String text) {
        return (int) WholeNumber.parse(text, 0, MAX_PORT)
                .orElseThrow(() -> new InvalidValueException(
                        "port", Printable.quote(text) + " is no port", "give a number from 0 to 65535"));
    }

    private static boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidValueException(
                        "switch", Printable.quote(text) + " is neither true nor false", "write true or false");
        };
    }
}
