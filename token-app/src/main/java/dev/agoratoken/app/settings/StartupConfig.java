package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.http.settings.AllowedOrigins;
import dev.agoratoken.http.settings.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server reads when it starts, and never takes over while it runs. */
public record StartupConfig(ServerConfig server, AuditConfig audit) {
    private static final String NONE = "none";

    /** @throws dev.agoratoken.token.InvalidValueException if something is wrong in it */
    public static StartupConfig read(ResolvedSettings resolvedSettings) {
        ConfigReader config = new ConfigReader(resolvedSettings);
        return new StartupConfig(config.server(), config.audit());
    }

    /** The same with what the command line says, which wins. */
    public StartupConfig with(ServeOptions options) {
        return new StartupConfig(server.with(options), audit);
    }

    /**
     * Refuses what a server would not start with.
     *
     * @param guarded whether callers are asked who they are
     */
    public void check(boolean guarded) {
        server.check(guarded);
        server.transport().tls().ifPresent(HttpAdapter::validate);
        audit.check();
    }

    /** The settings that have other values in that one, such as {@code server.port}. */
    public List<String> changedKeys(StartupConfig other, boolean guarded) {
        Map<SettingKey, Object> others = other.values(guarded);
        return values(guarded).entrySet().stream()
                .filter(value -> !value.getValue().equals(others.get(value.getKey())))
                .map(value -> value.getKey().label())
                .toList();
    }

    /**
     * Every setting with its value as it takes effect.
     *
     * @param guarded whether callers are asked who they are, from which some defaults follow
     */
    Map<SettingKey, Object> values(boolean guarded) {
        Map<SettingKey, Object> values = new LinkedHashMap<>();
        values.put(SettingKey.PORT, server.port());
        values.put(SettingKey.HOST, server.hostFor(guarded));
        values.put(SettingKey.ALLOW_OPEN, server.open());
        values.put(SettingKey.CONSOLE, server.console());
        values.put(SettingKey.CORS_ALLOW_ORIGIN, origins(server.allowedOrigins()));
        values.put(SettingKey.LOG_FORMAT, server.logFormat());
        values.put(SettingKey.LOG_LEVEL, server.logLevel());
        putTransport(server.transport(), values);
        values.put(SettingKey.AUDIT_FILE, name(audit.file()));
        values.put(SettingKey.AUDIT_LOG, audit.logsFor(guarded));
        values.put(SettingKey.AUDIT_ON_FAILURE, audit.failClosed() ? "refuse" : "continue");
        return values;
    }

    private static void putTransport(TransportConfig transport, Map<SettingKey, Object> values) {
        values.put(SettingKey.MAX_CONNECTIONS, transport.serverLimits().maxConnections());
        values.put(SettingKey.MAX_REQUESTS, transport.serverLimits().maxRequests());
        values.put(SettingKey.MAX_QUEUE, transport.serverLimits().maxQueuedRequests());
        values.put(SettingKey.REQUEST_TIMEOUT, seconds(transport.serverLimits().requestTimeout()));
        values.put(SettingKey.IDLE_TIMEOUT, seconds(transport.serverLimits().idleTimeout()));
        values.put(SettingKey.STOP_DELAY, seconds(transport.shutdownTimeouts().drainDelay()));
        values.put(
                SettingKey.STOP_DEADLINE, seconds(transport.shutdownTimeouts().gracePeriod()));
        Optional<TlsFiles> tls = transport.tls();
        values.put(SettingKey.TLS_CERTIFICATE, name(tls.map(TlsFiles::certificate)));
        values.put(SettingKey.TLS_KEY, name(tls.map(TlsFiles::key)));
        values.put(SettingKey.TLS_CLIENT_CA, name(tls.flatMap(TlsFiles::clientCa)));
        values.put(
                SettingKey.TLS_CLIENT_AUTH,
                tls.filter(TlsFiles::clientCertRequired).map(files -> "need").orElse("want"));
    }

    private static String name(Optional<Path> file) {
        return file.map(Path::toString).orElse(NONE);
    }

    private static String origins(AllowedOrigins allowed) {
        if (allowed.all()) {
            return "*";
        }
        return allowed.listed().isEmpty() ? NONE : String.join(",", allowed.listed());
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "s";
    }
}
