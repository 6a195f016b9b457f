package dev.agoratoken.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A setting that stands by itself: its place in the file, and its names in the environment and in {@code .env}. */
public enum SettingKey {
    APP_ID(null, "APP_ID", "AGORA_APP_ID"),
    APP_CERTIFICATE(null, "APP_CERTIFICATE", "AGORA_APP_CERTIFICATE"),
    APP_CERTIFICATE_FILE(null, "APP_CERTIFICATE_FILE"),
    APP_CERTIFICATE_SECONDARY(null, "APP_CERTIFICATE_SECONDARY"),
    APP_CERTIFICATE_SECONDARY_FILE(null, "APP_CERTIFICATE_SECONDARY_FILE"),
    TOKEN_FORMAT(new YamlPath("tokens", "format"), "TOKEN_FORMAT"),
    TOKEN_EXPIRE(new YamlPath("tokens", "expire"), "TOKEN_EXPIRE"),
    TOKEN_PROJECT(new YamlPath("tokens", "project")),
    HOST(new YamlPath("server", "host"), "SERVER_HOST"),
    PORT(new YamlPath("server", "port"), "SERVER_PORT"),
    /** The port as hosting platforms give it; it comes after {@link #PORT} and before the file. */
    PLATFORM_PORT(null, "PORT"),
    CORS_ALLOW_ORIGIN(new YamlPath("server", "cors-allow-origin"), "CORS_ALLOW_ORIGIN"),
    LOG_FORMAT(new YamlPath("server", "log-format"), "LOG_FORMAT"),
    LOG_LEVEL(new YamlPath("server", "log-level"), "LOG_LEVEL"),
    ALLOW_OPEN(new YamlPath("server", "open"), "ALLOW_OPEN"),
    CONSOLE(new YamlPath("server", "console"), "CONSOLE"),
    MAX_CONNECTIONS(new YamlPath("server", "max-connections"), "SERVER_MAX_CONNECTIONS"),
    MAX_REQUESTS(new YamlPath("server", "max-requests"), "SERVER_MAX_REQUESTS"),
    MAX_QUEUE(new YamlPath("server", "max-queue"), "SERVER_MAX_QUEUE"),
    REQUEST_TIMEOUT(new YamlPath("server", "request-timeout"), "SERVER_REQUEST_TIMEOUT"),
    IDLE_TIMEOUT(new YamlPath("server", "idle-timeout"), "SERVER_IDLE_TIMEOUT"),
    STOP_DELAY(new YamlPath("server", "stop-delay"), "SERVER_STOP_DELAY"),
    STOP_DEADLINE(new YamlPath("server", "stop-deadline"), "SERVER_STOP_DEADLINE"),
    TLS_CERTIFICATE(new YamlPath("server.tls", "certificate"), "TLS_CERTIFICATE"),
    TLS_KEY(new YamlPath("server.tls", "key"), "TLS_KEY"),
    TLS_CLIENT_CA(new YamlPath("server.tls", "client-ca"), "TLS_CLIENT_CA"),
    TLS_CLIENT_AUTH(new YamlPath("server.tls", "client-auth"), "TLS_CLIENT_AUTH"),
    AUDIT_FILE(new YamlPath("audit", "file"), "AUDIT_FILE"),
    AUDIT_LOG(new YamlPath("audit", "log"), "AUDIT_LOG"),
    AUDIT_ON_FAILURE(new YamlPath("audit", "on-failure"), "AUDIT_ON_FAILURE");

    private final YamlPath path;
    private final List<String> names;

    SettingKey(YamlPath path, String... names) {
        this.path = path;
        this.names = List.of(names);
    }

    /** Where the file has it, if it has a place of its own there. */
    Optional<YamlPath> path() {
        return Optional.ofNullable(path);
    }

    /** Its place in the file, such as {@code server.port}; for what the file has elsewhere, its first name. */
    public String label() {
        return path == null ? names.get(0) : path.toString();
    }

    List<String> names() {
        return names;
    }

    /** The settings that a group of the file can hold, and the groups in it. */
    static String[] within(String group) {
        return Arrays.stream(values())
                .filter(settingKey ->
                        settingKey.path != null && settingKey.label().startsWith(group + "."))
                .map(settingKey ->
                        settingKey.label().substring(group.length() + 1).replaceFirst("\\..*", ""))
                .distinct()
                .toArray(String[]::new);
    }

    record YamlPath(String group, String key) {
        @Override
        public String toString() {
            return group + "." + key;
        }
    }
}
