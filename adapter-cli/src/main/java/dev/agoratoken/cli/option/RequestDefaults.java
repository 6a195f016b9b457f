package dev.agoratoken.cli.option;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a token request that arguments give to every request that leaves them open. */
public record RequestDefaults(Map<String, Object> fields) {
    public RequestDefaults {
        fields = Map.copyOf(fields);
    }

    /** That request with them; what is no request stays what it is. */
    public Object applyTo(Object document) {
        if (fields.isEmpty() || !(document instanceof Map<?, ?> request)) {
            return document;
        }
        Map<Object, Object> filledIn = new LinkedHashMap<>(request);
        fields.forEach(filledIn::putIfAbsent);
        return filledIn;
    }
}
