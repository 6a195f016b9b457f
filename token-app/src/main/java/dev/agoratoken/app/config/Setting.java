package dev.agoratoken.app.config;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Function;

/** A value with its name and source. */
public record Setting(String name, String value, String origin) {
    /** Parses the value; errors name the setting and its source. */
    public <T> T parse(Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (InvalidValueException e) {
            throw e.withField(label());
        }
    }

    /** {@code SERVER_PORT (environment)}. */
    public String label() {
        return name + " (" + origin + ")";
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "Setting[" + label() + "]";
    }
}
