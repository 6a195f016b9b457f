package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import java.util.List;

/**
 * The configuration, read from settings. Each part is read when it is asked for, so that a command that makes a token does
 * not fail over a port. A bad value fails with one line that names the setting and never shows a secret.
 */
public final class ConfigReader {
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

    /** What a request gets that leaves it open: format of {@code TOKEN_FORMAT}, lifetime of {@code TOKEN_EXPIRE}. */
    public IssuingDefaults issuingDefaults(ProjectName project) {
        return new IssuingDefaults(
                project,
                resolvedSettings.value(SettingKey.TOKEN_FORMAT),
                resolvedSettings.value(SettingKey.TOKEN_EXPIRE));
    }

    /** The server's part. */
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
                new TransportConfigReader(resolvedSettings).read());
    }

    /** Where decisions are written down. */
    AuditConfig audit() {
        return new AuditConfig(
                resolvedSettings.file(SettingKey.AUDIT_FILE),
                resolvedSettings.find(SettingKey.AUDIT_LOG),
                resolvedSettings.value(SettingKey.AUDIT_ON_FAILURE));
    }
}
