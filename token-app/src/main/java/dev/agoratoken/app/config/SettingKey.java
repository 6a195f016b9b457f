package dev.agoratoken.app.config;

import static dev.agoratoken.app.config.SettingType.FILE_NAME;
import static dev.agoratoken.app.config.SettingType.bool;
import static dev.agoratoken.app.config.SettingType.choice;
import static dev.agoratoken.app.config.SettingType.duration;
import static dev.agoratoken.app.config.SettingType.durationOrZero;
import static dev.agoratoken.app.config.SettingType.text;
import static dev.agoratoken.app.config.SettingType.wholeNumber;

import dev.agoratoken.app.log.LogFormat;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.settings.ShutdownTimeouts;
import dev.agoratoken.http.settings.TrustedProxies;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The table of settings. Each is declared once, here: key in the file, type, default, description in docs/configuration.md,
 * names in the environment and {@code .env}. Lists and maps (projects, callers) have readers of their own.
 */
public final class SettingKey<T> {
    private static final List<SettingKey<?>> ALL = new ArrayList<>();
    private static final int MAX_COUNT = 999_999;
    private static final ServerLimits LIMITS = ServerLimits.DEFAULT;
    private static final ShutdownTimeouts TIMEOUTS = ShutdownTimeouts.DEFAULT;

    public static final SettingKey<AppId> APP_ID =
            environmentOnly(text(AppId::of), "APP_ID", "AGORA_APP_ID", "NEXT_PUBLIC_AGORA_APP_ID");
    public static final SettingKey<AppCertificate> APP_CERTIFICATE = environmentOnly(
            text(AppCertificate::of), "APP_CERTIFICATE", "AGORA_APP_CERTIFICATE", "NEXT_AGORA_APP_CERTIFICATE");
    public static final SettingKey<String> APP_CERTIFICATE_FILE = environmentOnly(FILE_NAME, "APP_CERTIFICATE_FILE");
    public static final SettingKey<AppCertificate> APP_CERTIFICATE_SECONDARY =
            environmentOnly(text(AppCertificate::of), "APP_CERTIFICATE_SECONDARY");
    public static final SettingKey<String> APP_CERTIFICATE_SECONDARY_FILE =
            environmentOnly(FILE_NAME, "APP_CERTIFICATE_SECONDARY_FILE");
    /** Access to Agora's REST API; app.agora parses the values. */
    public static final SettingKey<String> AGORA_REST_CUSTOMER_ID =
            environmentOnly(text(Function.identity()), "AGORA_REST_CUSTOMER_ID");

    public static final SettingKey<String> AGORA_REST_CUSTOMER_SECRET =
            environmentOnly(text(Function.identity()), "AGORA_REST_CUSTOMER_SECRET");
    public static final SettingKey<String> AGORA_REST_CUSTOMER_SECRET_FILE =
            environmentOnly(FILE_NAME, "AGORA_REST_CUSTOMER_SECRET_FILE");
    public static final SettingKey<String> AGORA_REST_HOST =
            environmentOnly(text(Function.identity()), "AGORA_REST_HOST");

    public static final SettingKey<ProjectName> TOKEN_PROJECT = optional(
            "tokens.project",
            text(ProjectName::of),
            "the only project, else `default`: used where a request names none");
    public static final SettingKey<TokenFormat> TOKEN_FORMAT = withDefault(
            "tokens.format",
            text(TokenFormat::fromPrefix),
            IssuingDefaults.STANDARD.format(),
            "or `006`",
            "TOKEN_FORMAT");
    public static final SettingKey<Lifetime> TOKEN_EXPIRE = withDefault(
            "tokens.expire",
            SettingType.of(Lifetime::parse, lifetime -> lifetime.seconds() + "s"),
            IssuingDefaults.STANDARD.lifetime(),
            "used where a request states no lifetime",
            "TOKEN_EXPIRE");

    /** The port as hosting platforms set it: it applies after {@link #PORT} in the environment and before the file. */
    private static final SettingKey<Integer> PLATFORM_PORT = environmentOnly(wholeNumber(0, 65535), "PORT");

    public static final SettingKey<Integer> PORT =
            withDefault("server.port", wholeNumber(0, 65535), 8080, "", "SERVER_PORT");
    public static final SettingKey<Integer> MANAGEMENT_PORT = optional(
            "server.management-port",
            wholeNumber(0, 65535),
            "none: `/health`, `/metrics` and `/version` are on `server.port`",
            "SERVER_MANAGEMENT_PORT");
    public static final SettingKey<String> HOST = optional(
            "server.host", text(Function.identity()), "`127.0.0.1`; `0.0.0.0` if open or with callers", "SERVER_HOST");
    public static final SettingKey<Boolean> ALLOW_OPEN = withDefault(
            "server.open", bool(), false, "`true` lets everyone who reaches the server have any token", "ALLOW_OPEN");
    public static final SettingKey<Boolean> CONSOLE = withDefault("server.console", bool(), true, "", "CONSOLE");
    public static final SettingKey<Boolean> OTHER_SERVERS_ROUTES = withDefault(
            "server.other-servers-routes",
            bool(),
            true,
            "`false` turns off the routes of other token servers",
            "SERVER_OTHER_SERVERS_ROUTES");
    public static final SettingKey<AllowedOrigins> CORS_ALLOW_ORIGIN = optional(
            "server.cors-allow-origin",
            SettingType.of(AllowedOrigins::parse, SettingKey::origins),
            "no other origin; `*`, or a list with commas",
            "CORS_ALLOW_ORIGIN");
    public static final SettingKey<TrustedProxies> TRUSTED_PROXIES = optional(
            "server.trusted-proxies",
            text(TrustedProxies::parse),
            "none; addresses and networks of proxies that report clients, with commas",
            "SERVER_TRUSTED_PROXIES");
    public static final SettingKey<LogFormat> LOG_FORMAT =
            withDefault("server.log-format", text(LogFormat::fromLabel), LogFormat.TEXT, "or `json`", "LOG_FORMAT");
    public static final SettingKey<LogLevel> LOG_LEVEL = withDefault(
            "server.log-level", text(LogLevel::named), LogLevel.INFO, "or `error`, `warn`, `debug`", "LOG_LEVEL");

    public static final SettingKey<Integer> MAX_CONNECTIONS = withDefault(
            "server.max-connections",
            wholeNumber(1, MAX_COUNT),
            LIMITS.maxConnections(),
            "open connections; more are closed",
            "SERVER_MAX_CONNECTIONS");
    public static final SettingKey<Integer> MAX_REQUESTS = withDefault(
            "server.max-requests",
            wholeNumber(1, MAX_COUNT),
            LIMITS.maxRequests(),
            "requests handled at once",
            "SERVER_MAX_REQUESTS");
    public static final SettingKey<Integer> MAX_QUEUE = withDefault(
            "server.max-queue",
            wholeNumber(0, MAX_COUNT),
            LIMITS.maxQueuedRequests(),
            "requests that wait; more get 503",
            "SERVER_MAX_QUEUE");
    public static final SettingKey<Duration> REQUEST_TIMEOUT = withDefault(
            "server.request-timeout",
            duration(),
            LIMITS.requestTimeout(),
            "for a request to arrive completely, and for its response to be read",
            "SERVER_REQUEST_TIMEOUT");
    public static final SettingKey<Duration> IDLE_TIMEOUT = withDefault(
            "server.idle-timeout",
            duration(),
            LIMITS.idleTimeout(),
            "for a connection without requests",
            "SERVER_IDLE_TIMEOUT");
    public static final SettingKey<Duration> STOP_DELAY = withDefault(
            "server.stop-delay",
            durationOrZero(),
            TIMEOUTS.drainDelay(),
            "before the server stops accepting connections; `5s` with a load balancer",
            "SERVER_STOP_DELAY");
    public static final SettingKey<Duration> STOP_DEADLINE = withDefault(
            "server.stop-deadline", duration(), TIMEOUTS.gracePeriod(), "to finish requests", "SERVER_STOP_DEADLINE");

    public static final SettingKey<String> TLS_CERTIFICATE =
            optional("server.tls.certificate", FILE_NAME, "none: no TLS. PEM file with the chain", "TLS_CERTIFICATE");
    public static final SettingKey<String> TLS_KEY =
            optional("server.tls.key", FILE_NAME, "PEM file with a PKCS #8 key", "TLS_KEY");
    public static final SettingKey<String> TLS_CLIENT_CA = optional(
            "server.tls.client-ca", FILE_NAME, "PEM file: which client certificates are trusted", "TLS_CLIENT_CA");
    public static final SettingKey<Boolean> TLS_CLIENT_AUTH =
            withDefault("server.tls.client-auth", choice("need", "want"), false, "or `need`", "TLS_CLIENT_AUTH");

    public static final SettingKey<String> AUDIT_FILE = optional("audit.file", FILE_NAME, "no file", "AUDIT_FILE");
    public static final SettingKey<Boolean> AUDIT_LOG =
            optional("audit.log", bool(), "`false`; `true` with callers: decisions go to the log", "AUDIT_LOG");
    /** Whether tokens are issued only if the audit line is written. */
    public static final SettingKey<Boolean> AUDIT_ON_FAILURE = withDefault(
            "audit.on-failure",
            choice("refuse", "continue"),
            true,
            "without its audit line a token is not issued; or `continue`",
            "AUDIT_ON_FAILURE");

    public static final SettingKey<String> BANS_FILE =
            optional("bans.file", FILE_NAME, "no file: a restart ends all bans. A file of one server", "BANS_FILE");
    public static final SettingKey<String> SHARED_REDIS = optional(
            "shared.redis",
            SettingType.of(Function.identity(), SettingKey::withoutPassword),
            "none: each instance for itself. Address of the Redis or Valkey that all instances share",
            "SHARED_REDIS");
    public static final SettingKey<String> SHARED_REDIS_PASSWORD_FILE = optional(
            "shared.redis-password.file",
            FILE_NAME,
            "none: no password, or the one in the address",
            "SHARED_REDIS_PASSWORD_FILE");
    /** Whether requests that need the shared state are rejected without it. */
    public static final SettingKey<Boolean> SHARED_ON_FAILURE = withDefault(
            "shared.on-failure",
            choice("reject", "local"),
            false,
            "each instance limits for itself without Redis; or `reject`",
            "SHARED_ON_FAILURE");

    private final Optional<String> path;
    private final SettingType<T> type;
    private final Optional<T> defaultValue;
    private final String description;
    private final List<String> names;

    private SettingKey(
            Optional<String> path, SettingType<T> type, Optional<T> defaultValue, String description, String... names) {
        this.path = path;
        this.type = type;
        this.defaultValue = defaultValue;
        this.description = description;
        this.names = List.of(names);
        ALL.add(this);
    }

    private static <T> SettingKey<T> environmentOnly(SettingType<T> type, String... names) {
        return new SettingKey<>(Optional.empty(), type, Optional.empty(), "", names);
    }

    private static <T> SettingKey<T> optional(String path, SettingType<T> type, String description, String... names) {
        return new SettingKey<>(Optional.of(path), type, Optional.empty(), description, names);
    }

    private static <T> SettingKey<T> withDefault(
            String path, SettingType<T> type, T defaultValue, String description, String... names) {
        return new SettingKey<>(Optional.of(path), type, Optional.of(defaultValue), description, names);
    }

    private static String origins(AllowedOrigins allowed) {
        return allowed.all() ? "*" : String.join(",", allowed.listed());
    }

    /** The same text with three asterisks for user and password. */
    private static String withoutPassword(String address) {
        return address.replaceFirst("(?s)://.*@", "://***@");
    }

    /** All settings, in the order in which {@code config show} prints them. */
    public static List<SettingKey<?>> all() {
        return List.copyOf(ALL);
    }

    /** The complete key in the file, such as {@code server.port}; empty if the file has no single place for the setting. */
    Optional<String> path() {
        return path;
    }

    /** The key in the file, or the first name in the environment. */
    public String label() {
        return path.orElseGet(() -> names.get(0));
    }

    /** Whether a running server keeps the value that it started with. */
    public boolean isReadAtStart() {
        return Stream.of("server.", "audit.", "bans.", "shared.").anyMatch(label()::startsWith);
    }

    public SettingType<T> type() {
        return type;
    }

    Optional<T> defaultValue() {
        return defaultValue;
    }

    /** The last column of the table in docs/configuration.md, without the default. */
    String description() {
        return description;
    }

    /** The names in the environment and {@code .env}. */
    List<String> names() {
        return names;
    }

    /** The setting that applies where no source outside the file has this one. */
    Optional<SettingKey<?>> fallback() {
        return equals(PORT) ? Optional.of(PLATFORM_PORT) : Optional.empty();
    }

    /** Whether the file may have a list. */
    boolean isList() {
        return equals(CORS_ALLOW_ORIGIN);
    }

    /** The keys in a group of the file, and the groups in it. */
    static String[] within(String group) {
        return ALL.stream()
                .flatMap(setting -> setting.path.stream())
                .filter(path -> path.startsWith(group + "."))
                .map(path -> path.substring(group.length() + 1).replaceFirst("\\..*", ""))
                .distinct()
                .toArray(String[]::new);
    }
}
