package dev.agoratoken.app.config;

import dev.agoratoken.token.FieldName;
import java.util.Map;
import java.util.Optional;

/** A source of settings. */
public interface SettingsSource {
    /** The setting, if the source has it. Empty values count as absent, as usual in containers. */
    Optional<Setting> find(SettingKey<?> settingKey);

    /** A source of values by name, such as the environment. */
    static SettingsSource named(String origin, Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return settingKey -> settingKey.names().stream()
                .map(name -> new Setting(
                        new FieldName(name, origin), copy.getOrDefault(name, "").strip()))
                .filter(setting -> !setting.value().isEmpty())
                .findFirst();
    }
}
