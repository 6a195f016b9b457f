package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.http.HttpAdapter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server reads when it starts, and keeps until it stops.
 *
 * @param written each setting as text, without command-line options
 */
public record StartupConfig(ServerConfig server, AuditConfig audit, Map<SettingKey<?>, String> written) {
    public StartupConfig {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    /** @throws dev.agoratoken.token.InvalidValueException if a setting is invalid */
    public static StartupConfig read(ResolvedSettings resolvedSettings) {
        ConfigReader config = new ConfigReader(resolvedSettings);
        ServerConfig server = config.server();
        AuditConfig audit = config.audit();
        Map<SettingKey<?>, String> written = new LinkedHashMap<>();
        SettingKey.all().stream()
                .filter(SettingKey::isReadAtStart)
                .forEach(settingKey -> written.put(settingKey, resolvedSettings.shown(settingKey)));
        return new StartupConfig(server, audit, written);
    }

    /** The same with the command-line options, which win. */
    public StartupConfig with(ServeOptions options) {
        return new StartupConfig(server.with(options), audit, written);
    }

    /**
     * Rejects settings that the server would not start with.
     *
     * @param guarded whether callers are authenticated
     */
    public void check(boolean guarded) {
        server.check(guarded);
        server.transport().tls().ifPresent(HttpAdapter::validate);
        audit.check();
    }

    /** The keys whose values differ, such as {@code server.port}. */
    public List<String> changedKeys(StartupConfig other, boolean guarded) {
        Map<SettingKey<?>, String> others = other.values(guarded);
        return values(guarded).entrySet().stream()
                .filter(value -> !value.getValue().equals(others.get(value.getKey())))
                .map(value -> value.getKey().label())
                .toList();
    }

    /**
     * Every setting with its effective value.
     *
     * @param guarded whether callers are authenticated, which determines some defaults
     */
    Map<SettingKey<?>, String> values(boolean guarded) {
        Map<SettingKey<?>, String> values = new LinkedHashMap<>(written);
        values.put(SettingKey.PORT, Integer.toString(server.port()));
        values.put(SettingKey.HOST, server.hostFor(guarded));
        values.put(SettingKey.ALLOW_OPEN, Boolean.toString(server.open()));
        values.put(SettingKey.AUDIT_LOG, Boolean.toString(audit.logsFor(guarded)));
        return values;
    }
}
