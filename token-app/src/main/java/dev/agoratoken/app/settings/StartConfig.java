package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.Key;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.cli.port.ServeFunction.ServeOptions;
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
public record StartConfig(ServerConfig server, AuditConfig audit) {
    private static final String NONE = "none";

    /** @throws dev.agoratoken.token.InvalidValueException if something is wrong in it */
    public static StartConfig read(Settings settings) {
        ConfigReader config = new ConfigReader(settings);
        return new StartConfig(config.server(), config.audit());
    }

    /** The same with what the command line says, which wins. */
    public StartConfig with(ServeOptions options) {
        return new StartConfig(server.with(options), audit);
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
    public List<String> differencesTo(StartConfig other, boolean guarded) {
        Map<Key, Object> others = other.values(guarded);
        return values(guarded).entrySet().stream()
                .filter(value -> !value.getValue().equals(others.get(value.getKey())))
                .map(value -> value.getKey().title())
                .toList();
    }

    /**
     * Every setting with its value as it takes effect.
     *
     * @param guarded whether callers are asked who they are, from which some defaults follow
     */
    Map<Key, Object> values(boolean guarded) {
        Map<Key, Object> values = new LinkedHashMap<>();
        values.put(Key.PORT, server.port());
        values.put(Key.HOST, server.hostFor(guarded));
        values.put(Key.ALLOW_OPEN, server.open());
        values.put(Key.CONSOLE, server.console());
        values.put(Key.CORS_ALLOW_ORIGIN, origins(server.allowedOrigins()));
        values.put(Key.LOG_FORMAT, server.logFormat());
        putTransport(server.transport(), values);
        values.put(Key.AUDIT_FILE, name(audit.file()));
        values.put(Key.AUDIT_LOG, audit.logsFor(guarded));
        values.put(Key.AUDIT_ON_FAILURE, audit.required() ? "refuse" : "continue");
        return values;
    }

    private static void putTransport(TransportConfig transport, Map<Key, Object> values) {
        values.put(Key.MAX_CONNECTIONS, transport.limits().connections());
        values.put(Key.MAX_REQUESTS, transport.limits().requests());
        values.put(Key.MAX_QUEUE, transport.limits().queue());
        values.put(Key.REQUEST_TIMEOUT, seconds(transport.limits().arrival()));
        values.put(Key.IDLE_TIMEOUT, seconds(transport.limits().idle()));
        values.put(Key.STOP_DELAY, seconds(transport.stopTimes().delay()));
        values.put(Key.STOP_DEADLINE, seconds(transport.stopTimes().deadline()));
        Optional<TlsFiles> tls = transport.tls();
        values.put(Key.TLS_CERTIFICATE, name(tls.map(TlsFiles::certificate)));
        values.put(Key.TLS_KEY, name(tls.map(TlsFiles::key)));
        values.put(Key.TLS_CLIENT_CA, name(tls.flatMap(TlsFiles::clientAuthority)));
        values.put(
                Key.TLS_CLIENT_AUTH,
                tls.filter(TlsFiles::clientMust).map(files -> "need").orElse("want"));
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
