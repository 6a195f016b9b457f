package dev.agoratoken.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings that were found, from several sources in order: the first source that has a name wins. */
record Settings(List<Source> sources) {
    Settings {
        sources = List.copyOf(sources);
    }

    /** The first of these names that any source has; an empty value counts as not set, as it does in containers. */
    Optional<Setting> first(String... names) {
        for (Source source : sources) {
            for (String name : names) {
                String value = source.values().get(name);
                if (value != null && !value.isBlank()) {
                    return Optional.of(new Setting(name, value.strip(), source.name()));
                }
            }
        }
        return Optional.empty();
    }

    /** Where settings come from. */
    record Source(String name, Map<String, String> values) {
        Source {
            values = Map.copyOf(values);
        }

        /** Only the source's name: the values may be secrets. */
        @Override
        public String toString() {
            return "Source[" + name + "]";
        }
    }

    /** A value that was found, by which name, and where. */
    record Setting(String name, String value, String source) {
        /** Without the value, which may be a secret. */
        @Override
        public String toString() {
            return "Setting[" + name + " from " + source + "]";
        }
    }
}
