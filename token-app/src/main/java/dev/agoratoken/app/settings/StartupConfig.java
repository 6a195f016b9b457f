package dev.agoratoken.app.settings;

import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.bans.BanConfig;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.redis.RedisSettings;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.http.HttpAdapter;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server reads when it starts, and keeps until it stops.
 *
 * @param shared the state that all instances share; empty if this one keeps its own
 * @param written each setting as text, without command-line options
 * @param places the settings with their sources, by their keys
 */
public record StartupConfig(
        ServerConfig server,
        AuditConfig audit,
        Optional<RedisSettings> shared,
        BanConfig bans,
        Map<SettingKey<?>, String> written,
        Map<String, FieldName> places) {
    public StartupConfig {
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        places = Map.copyOf(places);
    }

    /** @throws dev.agoratoken.token.InvalidValueException if a setting is invalid */
    public static StartupConfig read(ResolvedSettings resolvedSettings) {
        ConfigReader config = new ConfigReader(resolvedSettings);
        ServerConfig server = config.server();
        AuditConfig audit = config.audit();
        Optional<RedisSettings> shared = config.shared();
        BanConfig bans = config.bans();
        Map<SettingKey<?>, String> written = new LinkedHashMap<>();
        Map<String, FieldName> places = new HashMap<>();
        SettingKey.all().stream().filter(SettingKey::isReadAtStart).forEach(settingKey -> {
            written.put(settingKey, resolvedSettings.shown(settingKey));
            resolvedSettings.first(settingKey).ifPresent(setting -> places.put(settingKey.label(), setting.field()));
        });
        return new StartupConfig(server, audit, shared, bans, written, places);
    }

    /** The same with the command-line options, which win. A demo leaves the file of bans alone. */
    public StartupConfig with(ServeOptions options) {
        BanConfig used = options.demo() ? BanConfig.MEMORY : bans;
        return new StartupConfig(server.with(options), audit, shared, used, written, places);
    }

    /**
     * Rejects settings that the server would not start with.
     *
     * @param guarded whether callers are authenticated
     */
    public void check(boolean guarded) {
        withPlaces(() -> {
            server.check(guarded);
            server.transport().tls().ifPresent(HttpAdapter::validate);
            audit.check();
            shared.ifPresent(RedisSettings::check);
            if (shared.isPresent() && bans.file().isPresent()) {
                throw new InvalidValueException(
                        "bans.file", "set, and shared.redis keeps the bans", "remove one of them");
            }
            bans.check();
            return this;
        });
    }

    /**
     * Returns what the action returns. Its errors name the place of a setting, not only the key.
     *
     * @throws InvalidValueException as the action
     */
    public <T> T withPlaces(Supplier<T> action) {
        try {
            return action.get();
        } catch (InvalidValueException e) {
            throw Optional.ofNullable(places.get(e.field())).map(e::withField).orElse(e);
        }
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
