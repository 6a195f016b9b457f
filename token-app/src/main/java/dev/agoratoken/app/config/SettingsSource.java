package dev.agoratoken.app.config;

import java.util.Map;
import java.util.Optional;

/** A place where settings come from. */
public interface SettingsSource {
    /** The setting, if it is given there; an empty value counts as not given, as it does in containers. */
    Optional<Setting> find(SettingKey<?> settingKey);

    /** The process environment, or what is written like it: values by their names. */
    static SettingsSource named(String origin, Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return settingKey -> settingKey.names().stream()
                .filter(name -> !copy.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Setting(name, copy.get(name).strip(), origin));
    }
}
