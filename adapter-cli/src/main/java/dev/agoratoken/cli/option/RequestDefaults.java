package dev.agoratoken.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Default fields for token requests, from options. */
public record RequestDefaults(Map<String, Object> fields) {
    public RequestDefaults {
        fields = Map.copyOf(fields);
    }

    /** Adds the fields that the request does not have. Returns anything but an object unchanged. */
    public @Nullable Object applyTo(@Nullable Object document) {
        if (fields.isEmpty() || !(document instanceof Map<?, ?> request)) {
            return document;
        }
        Map<Object, Object> filledIn = new LinkedHashMap<>(request);
        fields.forEach(filledIn::putIfAbsent);
        return filledIn;
    }
}
