package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.Found;
import dev.agoratoken.app.config.Key;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.ProjectReader;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.TokenFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration, read from settings. Each part is read when it is asked for, so that a command that makes a token does
 * not fail over a port. A bad value fails with one line that names the setting and never shows a secret.
 */
public final class ConfigReader {
    private static final int LARGEST_PORT = 65535;

    private final Settings settings;

    public ConfigReader(Settings settings) {
        this.settings = settings;
    }

    public ConfiguredProjects projects() {
        return new ProjectReader(settings).read();
    }

    /** The projects for what works without any, too. */
    public Projects anyProjects() {
        return new ProjectReader(settings)
                .readAny()
                .<Projects>map(projects -> projects)
                .orElse(Projects.of(List.of()));
    }

    /** What a request gets that leaves it open: format of {@code TOKEN_FORMAT}, else 007; lifetime of {@code TOKEN_EXPIRE}, else one hour. */
    public IssuingDefaults issuingDefaults(ProjectName project) {
        IssuingDefaults standard = IssuingDefaults.STANDARD;
        return new IssuingDefaults(
                project,
                settings.value(Key.TOKEN_FORMAT, TokenFormat::named).orElse(standard.format()),
                settings.value(Key.TOKEN_EXPIRE, Lifetime::parse).orElse(standard.lifetime()));
    }

    /** The server's part; what is not set is as in {@link ServerConfig#DEFAULT}. */
    public ServerConfig server() {
        ServerConfig standard = ServerConfig.DEFAULT;
        return new ServerConfig(
                settings.first(Key.HOST).map(setting -> Found.in(setting, Function.identity())),
                portSetting().map(setting -> setting.as(ConfigReader::port)).orElse(standard.port()),
                settings.value(Key.CORS_ALLOW_ORIGIN, AllowedOrigins::parse).orElse(standard.allowedOrigins()),
                settings.value(Key.ALLOW_OPEN, ConfigReader::yesOrNo).orElse(standard.open()),
                settings.value(Key.LOG_FORMAT, LogFormat::named).orElse(standard.logFormat()),
                settings.value(Key.CONSOLE, ConfigReader::yesOrNo).orElse(standard.console()),
                new TransportReader(settings).read());
    }

    /** Where decisions are written down; what is not set is as in {@link AuditConfig#DEFAULT}. */
    public AuditConfig audit() {
        return new AuditConfig(
                settings.file(Key.AUDIT_FILE),
                settings.value(Key.AUDIT_LOG, ConfigReader::yesOrNo),
                settings.value(Key.AUDIT_ON_FAILURE, ConfigReader::isRequired).orElse(AuditConfig.DEFAULT.required()));
    }

    private static boolean isRequired(String text) {
        return switch (text) {
            case "refuse" -> true;
            case "continue" -> false;
            default ->
                throw new InvalidValueException(
                        "on-failure",
                        Received.quoted(text) + " is neither refuse nor continue",
                        "write refuse to issue nothing that is not written down, or continue");
        };
    }

    /** A port that the platform gives is meant for this run, and comes before the file's. */
    Optional<Setting> portSetting() {
        return settings.outsideFile(Key.PORT)
                .or(() -> settings.outsideFile(Key.PLATFORM_PORT))
                .or(() -> settings.first(Key.PORT));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new InvalidValueException("port", Received.quoted(text) + " is no port", "give a number from 0 to 65535");
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new InvalidValueException(
                        "switch", Received.quoted(text) + " is neither true nor false", "write true or false");
        };
    }
}
