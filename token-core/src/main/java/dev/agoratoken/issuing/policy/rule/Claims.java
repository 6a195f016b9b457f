package dev.agoratoken.issuing.policy.rule;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a JWT. Only a string or a whole number can become part of a name. A list cannot, because it would be
 * unclear which of its entries to use. Immutable and thread-safe.
 */
public final class Claims {
    /** No claims. */
    public static final Claims NONE = new Claims(Map.of());

    /** The maximum length of any name in Agora. */
    private static final int MAX_LENGTH = 255;

    private final Map<String, Object> values;

    private Claims(Map<String, Object> values) {
        this.values = values;
    }

    /** Creates claims from parsed JSON. */
    public static Claims of(Map<String, ?> values) {
        return new Claims(Collections.unmodifiableMap(new HashMap<>(values)));
    }

    /** Returns the text of a claim for use in a name, taken literally; empty if it is not usable. */
    public Optional<String> text(String name) {
        return problem(name).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    /** Returns why a claim is not usable in a name; empty if it is. */
    public Optional<String> problem(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.of("is missing");
        }
        if (!(value instanceof String || value instanceof Long || value instanceof Integer)) {
            return Optional.of("is neither a string nor a whole number");
        }
        String text = value.toString();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.of("is empty or longer than " + MAX_LENGTH + " characters");
        }
        return text.indexOf('*') < 0 ? Optional.empty() : Optional.of("contains '*'");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claims that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only, since the values are personal data. */
    @Override
    public String toString() {
        return "Claims" + values.keySet();
    }
}
