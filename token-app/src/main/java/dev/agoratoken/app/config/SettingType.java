package dev.agoratoken.app.config;

import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import java.time.Duration;
import java.util.function.Function;

/** The type of a setting: reads a value from text, and writes it as {@code config show} prints it. */
public final class SettingType<T> {
    /** The name of a file; {@link ResolvedSettings#file} finds the path. */
    static final SettingType<String> FILE_NAME = text(Function.identity());

    private final Function<String, T> parser;
    private final Function<T, String> formatter;

    private SettingType(Function<String, T> parser, Function<T, String> formatter) {
        this.parser = parser;
        this.formatter = formatter;
    }

    /** Values that write themselves as they are read. */
    static <T> SettingType<T> text(Function<String, T> parser) {
        return new SettingType<>(parser, Object::toString);
    }

    static <T> SettingType<T> of(Function<String, T> parser, Function<T, String> formatter) {
        return new SettingType<>(parser, formatter);
    }

    /** A whole number between two bounds, which belong to the range. */
    public static SettingType<Integer> wholeNumber(int min, int max) {
        return text(text -> {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
                return Integer.parseInt(text);
            }
            throw new InvalidValueException(
                    "number",
                    "invalid number " + Printable.quote(text),
                    "use a whole number from " + min + " to " + max);
        });
    }

    static SettingType<Boolean> bool() {
        return choice("true", "false");
    }

    /** One of two words. */
    static SettingType<Boolean> choice(String whenTrue, String whenFalse) {
        return new SettingType<>(
                text -> {
                    if (text.equals(whenTrue) || text.equals(whenFalse)) {
                        return text.equals(whenTrue);
                    }
                    throw new InvalidValueException(
                            "choice", "invalid value " + Printable.quote(text), "use " + whenTrue + " or " + whenFalse);
                },
                value -> value ? whenTrue : whenFalse);
    }

    /** A time of at least one second; a whole number of seconds. */
    static SettingType<Duration> duration() {
        return new SettingType<>(text -> seconds(text, 1), time -> time.toSeconds() + "s");
    }

    /** A time of zero or more seconds; a whole number of seconds. */
    public static SettingType<Duration> durationOrZero() {
        return new SettingType<>(
                text -> text.matches("0+s?") ? Duration.ZERO : seconds(text, 0), time -> time.toSeconds() + "s");
    }

    private static Duration seconds(String text, int min) {
        try {
            return Lifetime.parse(text).duration();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "time",
                    "invalid time " + Printable.quote(text),
                    "use seconds (10) or 10s, 5m; from " + min + "s to 24h");
        }
    }

    /** @throws InvalidValueException if the text is not such a value */
    public T parse(String text) {
        return parser.apply(text);
    }

    /** The value as {@code config show} prints it. */
    public String format(T value) {
        return formatter.apply(value);
    }
}
