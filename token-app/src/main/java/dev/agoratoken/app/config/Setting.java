package dev.agoratoken.app.config;

import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import java.util.function.Function;

/** A value with its name and source. */
public record Setting(FieldName field, String value) {
    /** Parses the value; errors name the setting and its source. */
    public <T> T parse(Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (InvalidValueException e) {
            throw e.withField(field);
        }
    }

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return "Setting[" + field + "]";
    }
}
