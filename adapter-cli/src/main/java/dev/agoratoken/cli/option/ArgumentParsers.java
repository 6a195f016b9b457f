package dev.agoratoken.cli.option;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.WholeNumber;
import java.time.Duration;
import java.util.function.Function;

/** Reads arguments, and refuses them under the name that they have on the command line. */
public final class ArgumentParsers {
    private ArgumentParsers() {}

    public static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw e.withField(name);
        }
    }

    /** Reads a user of Signaling, which has patterns for what may be read there, and none for who logs in. */
    public static RtmUserId rtmUser(String name, String text) {
        if (text.indexOf('*') >= 0) {
            throw new InvalidValueException(
                    name,
                    Printable.quote(text) + " holds '*'",
                    "name one user; a login to Signaling is for nobody else, and knows no wildcards");
        }
        return parse(name, text, RtmUserId::of);
    }

    /** Whether the text is the number 0, which stands for any user and for no uid. */
    public static boolean isZero(String text) {
        return WholeNumber.isDigits(text) && text.chars().allMatch(digit -> digit == '0');
    }

    /** Reads a uid. Who writes 007 may well mean an account of that name, and 7 would be somebody else. */
    public static UserId uid(String text, String remedy) {
        if (WholeNumber.isDigits(text) && text.startsWith("0")) {
            throw new InvalidValueException(
                    "uid",
                    Printable.quote(text) + " begins with 0, as no uid does",
                    "write it without, or give it as an account if it is a name");
        }
        try {
            return UserId.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("uid", e.problem(), remedy);
        }
    }

    /** Reads a lifetime such as {@code 3600}, {@code 30m} or {@code 24h}, and refuses it as it was written. */
    public static Lifetime lifetime(String name, String text) {
        try {
            return Lifetime.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(name, Printable.quote(text) + " is no lifetime of a token", e.remedy());
        }
    }

    /** Reads a difference of clocks as lifetimes are written, and refuses it as it was written. */
    public static Duration skew(String name, String text) {
        try {
            return Lifetime.parse(text).duration();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    name, Printable.quote(text) + " is no difference of clocks", "write 30s or 5m, at most 24h");
        }
    }
}
