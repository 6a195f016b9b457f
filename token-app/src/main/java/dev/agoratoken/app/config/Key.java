package dev.agoratoken.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A setting that stands by itself: its place in the file, and its names in the environment and in {@code .env}. */
public enum Key {
    APP_ID(null, "APP_ID", "AGORA_APP_ID"),
    APP_CERTIFICATE(null, "APP_CERTIFICATE", "AGORA_APP_CERTIFICATE"),
    APP_CERTIFICATE_FILE(null, "APP_CERTIFICATE_FILE"),
    APP_CERTIFICATE_SECONDARY(null, "APP_CERTIFICATE_SECONDARY"),
    APP_CERTIFICATE_SECONDARY_FILE(null, "APP_CERTIFICATE_SECONDARY_FILE"),
    TOKEN_FORMAT(new Place("tokens", "format"), "TOKEN_FORMAT"),
    TOKEN_EXPIRE(new Place("tokens", "expire"), "TOKEN_EXPIRE"),
    TOKEN_PROJECT(new Place("tokens", "project")),
    HOST(new Place("server", "host"), "SERVER_HOST"),
    PORT(new Place("server", "port"), "SERVER_PORT"),
    /** The port as hosting platforms give it; it comes after {@link #PORT} and before the file. */
    PLATFORM_PORT(null, "PORT"),
    CORS_ALLOW_ORIGIN(new Place("server", "cors-allow-origin"), "CORS_ALLOW_ORIGIN"),
    LOG_FORMAT(new Place("server", "log-format"), "LOG_FORMAT"),
    ALLOW_OPEN(new Place("server", "open"), "ALLOW_OPEN"),
    CONSOLE(new Place("server", "console"), "CONSOLE"),
    MAX_CONNECTIONS(new Place("server", "max-connections"), "SERVER_MAX_CONNECTIONS"),
    MAX_REQUESTS(new Place("server", "max-requests"), "SERVER_MAX_REQUESTS"),
    MAX_QUEUE(new Place("server", "max-queue"), "SERVER_MAX_QUEUE"),
    REQUEST_TIMEOUT(new Place("server", "request-timeout"), "SERVER_REQUEST_TIMEOUT"),
    IDLE_TIMEOUT(new Place("server", "idle-timeout"), "SERVER_IDLE_TIMEOUT"),
    STOP_DELAY(new Place("server", "stop-delay"), "SERVER_STOP_DELAY"),
    STOP_DEADLINE(new Place("server", "stop-deadline"), "SERVER_STOP_DEADLINE"),
    TLS_CERTIFICATE(new Place("server.tls", "certificate"), "TLS_CERTIFICATE"),
    TLS_KEY(new Place("server.tls", "key"), "TLS_KEY"),
    TLS_CLIENT_CA(new Place("server.tls", "client-ca"), "TLS_CLIENT_CA"),
    TLS_CLIENT_AUTH(new Place("server.tls", "client-auth"), "TLS_CLIENT_AUTH"),
    AUDIT_FILE(new Place("audit", "file"), "AUDIT_FILE"),
    AUDIT_LOG(new Place("audit", "log"), "AUDIT_LOG"),
    AUDIT_ON_FAILURE(new Place("audit", "on-failure"), "AUDIT_ON_FAILURE");

    private final Place path;
    private final List<String> names;

    Key(Place path, String... names) {
        this.path = path;
        this.names = List.of(names);
    }

    /** Where the file has it, if it has a place of its own there. */
    Optional<Place> path() {
        return Optional.ofNullable(path);
    }

    /** Its place in the file, such as {@code server.port}; for what the file has elsewhere, its first name. */
    public String title() {
        return path == null ? names.get(0) : path.toString();
    }

    List<String> names() {
        return names;
    }

    /** The settings that a group of the file can hold, and the groups in it. */
    static String[] within(String group) {
        return Arrays.stream(values())
                .filter(key -> key.path != null && key.title().startsWith(group + "."))
                .map(key -> key.title().substring(group.length() + 1).replaceFirst("\\..*", ""))
                .distinct()
                .toArray(String[]::new);
    }

    record Place(String group, String key) {
        @Override
        public String toString() {
            return group + "." + key;
        }
    }
}
