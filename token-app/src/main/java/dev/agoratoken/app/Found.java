package dev.agoratoken.app;

import java.util.function.Function;

/** A value of the configuration, and where it comes from in words. */
record Found<T>(T value, String origin) {
    static <T> Found<T> in(Setting setting, Function<String, T> parser) {
        return new Found<>(setting.as(parser), setting.title());
    }

    static <T> Found<T> in(ConfigNode node, Function<String, T> parser) {
        return new Found<>(node.as(parser), node.place());
    }
}
