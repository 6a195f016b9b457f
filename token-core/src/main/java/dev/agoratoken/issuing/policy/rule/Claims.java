package dev.agoratoken.issuing.policy.rule;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a login token says about its bearer. Only a claim that is one text or one whole number can stand in a name; a list is
 * not, because which of its texts would be meant is anyone's guess.
 */
public final class Claims {
    /** None at all. */
    public static final Claims NONE = new Claims(Map.of());

    /** No name in Agora is longer than that. */
    private static final int MAX_LENGTH = 255;

    private final Map<String, Object> values;

    private Claims(Map<String, Object> values) {
        this.values = values;
    }

    /** Claims by their names, as they are read from JSON. */
    public static Claims of(Map<String, ?> values) {
        return new Claims(Collections.unmodifiableMap(new HashMap<>(values)));
    }

    /** The text that this claim stands for in a name: taken literally, whatever is in it. */
    public Optional<String> text(String name) {
        return problem(name).isPresent() ? Optional.empty() : Optional.of(written(name));
    }

    /** Why this claim cannot stand in a name; empty if it can. */
    public Optional<String> problem(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.of("is missing");
        }
        if (!(value instanceof String || value instanceof Long || value instanceof Integer)) {
            return Optional.of("is neither a string nor a whole number");
        }
        String text = written(name);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of("is empty or longer than " + MAX_LENGTH + " characters");
        }
        return text.indexOf('*') < 0 ? Optional.empty() : Optional.of("contains '*'");
    }

    private String written(String name) {
        return values.get(name).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claims that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Only the names: what they say is about a person. */
    @Override
    public String toString() {
        return "Claims" + values.keySet();
    }
}
