package dev.agoratoken.app.config;

import dev.agoratoken.token.InvalidValueException;
import java.util.function.Function;

/** A value that was found: by which name, and where. */
public record Setting(String name, String value, String origin) {
    /** What the parser makes of the value; its refusal tells the setting and where it was found. */
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
