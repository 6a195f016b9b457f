package dev.agoratoken.app.config;

import java.util.function.Function;

/** A configuration value with a description of its source. */
public record Sourced<T>(T value, String origin) {
    public static <T> Sourced<T> in(Setting setting, Function<String, T> parser) {
        return new Sourced<>(setting.parse(parser), setting.label());
    }

    public static <T> Sourced<T> in(YamlNode node, Function<String, T> parser) {
        return new Sourced<>(node.parse(parser), node.location());
    }
}
