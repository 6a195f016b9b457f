package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.bans.BanConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.app.redis.PasswordFile;
import dev.agoratoken.app.redis.RedisAddress;
import dev.agoratoken.app.redis.RedisSettings;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * Reads typed configuration from settings. Each part is read on demand, so that a command that makes a token does not fail
 * because of an invalid port. Errors name the setting and never show a secret.
 */
public final class ConfigReader {
    private final ResolvedSettings resolvedSettings;

    public ConfigReader(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
    }

    public ConfiguredProjects projects() {
        return new ProjectConfigReader(resolvedSettings).read();
    }

    /** The projects, for commands that may name one. */
    public ConfiguredProjects projectsToChooseFrom() {
        return new ProjectConfigReader(resolvedSettings).readToChooseFrom();
    }

    /** The projects, for commands that also work without any. */
    public Projects anyProjects() {
        return new ProjectConfigReader(resolvedSettings)
                .readAny()
                .<Projects>map(projects -> projects)
                .orElse(Projects.of(List.of()));
    }

    /** The defaults of requests. */
    public IssuingDefaults issuingDefaults(ProjectName project) {
        return new IssuingDefaults(
                project,
                resolvedSettings.value(SettingKey.TOKEN_FORMAT),
                resolvedSettings.value(SettingKey.TOKEN_EXPIRE));
    }

    /** The {@code server} part. */
    ServerConfig server() {
        return new ServerConfig(
                resolvedSettings
                        .first(SettingKey.HOST)
                        .map(setting -> Sourced.in(setting, SettingKey.HOST.type()::parse)),
                resolvedSettings.value(SettingKey.PORT),
                resolvedSettings.find(SettingKey.CORS_ALLOW_ORIGIN).orElse(AllowedOrigins.NONE),
                resolvedSettings.value(SettingKey.ALLOW_OPEN),
                resolvedSettings.value(SettingKey.LOG_FORMAT),
                resolvedSettings.value(SettingKey.LOG_LEVEL),
                resolvedSettings.value(SettingKey.CONSOLE),
                resolvedSettings.value(SettingKey.OTHER_SERVERS_ROUTES),
                new TransportConfigReader(resolvedSettings).read());
    }

    /** The {@code bans} part. */
    BanConfig bans() {
        return new BanConfig(resolvedSettings.file(SettingKey.BANS_FILE));
    }

    /** The {@code audit} part. */
    AuditConfig audit() {
        return new AuditConfig(
                resolvedSettings.file(SettingKey.AUDIT_FILE),
                resolvedSettings.find(SettingKey.AUDIT_LOG),
                resolvedSettings.value(SettingKey.AUDIT_ON_FAILURE));
    }

    /** The {@code shared} part; empty if this instance keeps its own state. */
    Optional<RedisSettings> shared() {
        boolean required = resolvedSettings.value(SettingKey.SHARED_ON_FAILURE);
        Optional<RedisAddress> address =
                resolvedSettings.first(SettingKey.SHARED_REDIS).map(setting -> setting.parse(RedisAddress::parse));
        Optional<PasswordFile> password =
                resolvedSettings.file(SettingKey.SHARED_REDIS_PASSWORD_FILE).map(PasswordFile::new);
        requireAddress(SettingKey.SHARED_REDIS_PASSWORD_FILE, address);
        requireAddress(SettingKey.SHARED_ON_FAILURE, address);
        return address.map(redis -> new RedisSettings(redis, password, required));
    }

    private void requireAddress(SettingKey<?> set, Optional<RedisAddress> address) {
        resolvedSettings.first(set).filter(setting -> address.isEmpty()).ifPresent(setting -> {
            throw new InvalidValueException(
                    setting.field(), "set, but shared.redis is not", "set shared.redis, or remove it");
        });
    }
}
