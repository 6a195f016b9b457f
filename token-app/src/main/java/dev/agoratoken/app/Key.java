package dev.agoratoken.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A setting that stands by itself: its place in the file, and its names in the environment and in {@code .env}. */
enum Key {
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
    String title() {
        return path == null ? names.get(0) : path.toString();
    }

    List<String> names() {
        return names;
    }

    /** The settings that a group of the file can hold. */
    static String[] within(String group) {
        return Arrays.stream(values())
                .filter(key -> key.path != null && key.path.group().equals(group))
                .map(key -> key.path.key())
                .toArray(String[]::new);
    }

    record Place(String group, String key) {
        @Override
        public String toString() {
            return group + "." + key;
        }
    }
}
