package dev.agoratoken.app.config;

import java.util.function.Function;

/** A value of the configuration, and where it comes from in words. */
public record Found<T>(T value, String origin) {
    public static <T> Found<T> in(Setting setting, Function<String, T> parser) {
        return new Found<>(setting.as(parser), setting.title());
    }

    public static <T> Found<T> in(ConfigNode node, Function<String, T> parser) {
        return new Found<>(node.as(parser), node.place());
    }
}
