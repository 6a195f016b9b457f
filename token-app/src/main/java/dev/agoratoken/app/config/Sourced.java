package dev.agoratoken.app.config;

import dev.agoratoken.token.FieldName;
import java.util.function.Function;

/**
 * A configuration value and its source.
 *
 * @param field what errors name: the setting and its source, or the place in the file
 */
public record Sourced<T>(T value, FieldName field) {
    /** A value that no setting has. */
    public Sourced(T value, String origin) {
        this(value, FieldName.of(origin));
    }

    public static <T> Sourced<T> in(Setting setting, Function<String, T> parser) {
        return new Sourced<>(setting.parse(parser), setting.field());
    }

    public static <T> Sourced<T> in(YamlNode node, Function<String, T> parser) {
        return new Sourced<>(node.parse(parser), node.location());
    }

    /** The source as {@code config show} prints it. */
    public String origin() {
        return field.toString();
    }
}
