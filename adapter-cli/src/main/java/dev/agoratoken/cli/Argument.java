package dev.agoratoken.cli;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Received;
import java.time.Duration;
import java.util.function.Function;

/** Reads arguments, and refuses them under the name that they have on the command line. */
final class Argument {
    private Argument() {}

    static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw e.as(name);
        }
    }

    /** Reads a lifetime such as {@code 3600}, {@code 30m} or {@code 24h}, and refuses it as it was written. */
    static Lifetime lifetime(String name, String text) {
        try {
            return Lifetime.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(name, Received.quoted(text) + " is no lifetime of a token", e.remedy());
        }
    }

    /** Reads a difference of clocks as lifetimes are written, and refuses it as it was written. */
    static Duration skew(String name, String text) {
        try {
            return Lifetime.parse(text).duration();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    name, Received.quoted(text) + " is no difference of clocks", "write 30s or 5m, at most 24h");
        }
    }
}
