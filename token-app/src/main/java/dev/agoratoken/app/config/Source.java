package dev.agoratoken.app.config;

import java.util.Map;
import java.util.Optional;

/** A place where settings come from. */
public interface Source {
    /** The setting, if it is given there; an empty value counts as not given, as it does in containers. */
    Optional<Setting> find(Key key);

    /** The process environment, or what is written like it: values by their names. */
    static Source named(String origin, Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return key -> key.names().stream()
                .filter(name -> !copy.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> new Setting(name, copy.get(name).strip(), origin));
    }
}
