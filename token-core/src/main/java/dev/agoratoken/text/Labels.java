package dev.agoratoken.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Look-ups of values by their labels, which are unique and compared exactly. */
public final class Labels {
    private Labels() {}

    /** The value with that label; empty if there is none, or the label is {@code null}. */
    public static <T> Optional<T> find(List<T> values, Function<? super T, String> label, String wanted) {
        for (T value : values) {
            if (label.apply(value).equals(wanted)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The labels of these values, in their order. */
    public static <T> List<String> of(List<T> values, Function<? super T, String> label) {
        return values.stream().<String>map(label).toList();
    }
}
