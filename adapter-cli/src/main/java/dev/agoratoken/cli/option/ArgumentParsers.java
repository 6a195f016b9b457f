package dev.agoratoken.cli.option;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.text.WholeNumber;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Parses arguments and names them in errors as the command line does. */
public final class ArgumentParsers {
    private ArgumentParsers() {}

    public static <T> T parse(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw e.withField(name);
        }
    }

    /** Parses a Signaling user, which has no wildcards. */
    public static RtmUserId rtmUser(String name, String text) {
        if (text.indexOf('*') >= 0) {
            throw new InvalidValueException(
                    name,
                    Printable.quote(text) + " contains '*'",
                    "name one user (Signaling logins have no wildcards)");
        }
        return parse(name, text, RtmUserId::of);
    }

    /** Whether the text is the number 0, which stands for any user. */
    public static boolean isZero(String text) {
        return WholeNumber.isDigits(text) && text.chars().allMatch(digit -> digit == '0');
    }

    /** Parses a uid. Rejects leading zeros: 007 may be meant as an account, and 7 would be another user. */
    public static UserId uid(String text, String remedy) {
        if (WholeNumber.isDigits(text) && text.startsWith("0")) {
            throw new InvalidValueException(
                    "uid",
                    Printable.quote(text) + " starts with 0",
                    "drop the leading zeros, or use an account if it is a name");
        }
        Optional<UserId> signed = UserId.ofSigned(text);
        if (signed.isPresent()) {
            throw new InvalidValueException(
                    "uid",
                    Printable.quote(text) + " is negative, as Java and Android print uids above 2147483647",
                    "use " + signed.get());
        }
        try {
            return UserId.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("uid", e.problem(), remedy);
        }
    }

    /** Parses a lifetime such as {@code 3600}, {@code 30m} or {@code 24h}; errors quote the text. */
    public static Lifetime lifetime(String name, String text) {
        try {
            return Lifetime.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(name, "invalid lifetime " + Printable.quote(text), e.remedy());
        }
    }

    /** Parses the duration of a ban such as {@code 3600}, {@code 30m}, {@code 24h} or {@code 7d}; errors quote the text. */
    public static Duration banDuration(String name, String text) {
        if (!text.matches("[0-9]{1,8}[smhd]?")) {
            throw new InvalidValueException(
                    name, "invalid time " + Printable.quote(text), "use seconds (3600) or 90s, 30m, 24h, 7d");
        }
        long number = Long.parseLong(text.replaceFirst("[smhd]$", ""));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** Parses a clock skew such as {@code 30s}, at most 24 hours; errors quote the text. */
    public static Duration skew(String name, String text) {
        try {
            return Lifetime.parse(text).duration();
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    name, "invalid clock skew " + Printable.quote(text), "use 30s or 5m, at most 24h");
        }
    }

    /** Parses a whole number from 0 to {@code max}. */
    public static int wholeNumber(String name, String text, int max) {
        return (int) WholeNumber.parse(text, 0, max)
                .orElseThrow(() -> new InvalidValueException(
                        name,
                        "invalid " + name.replace('-', ' ') + " " + Printable.quote(text),
                        "use a whole number from 0 to " + max));
    }

    /** Parses true or false. */
    public static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidValueException(
                    name, "invalid value " + Printable.quote(text), "use true, or false (the default)");
        }
        return text.equals("true");
    }

    /** Parses one of these names, in lower or upper case, and returns it in lower case. */
    public static String choice(String name, String text, List<String> names) {
        String choice = text.toLowerCase(Locale.ROOT);
        if (!names.contains(choice)) {
            throw new InvalidValueException(
                    name,
                    "unknown " + name.replace('-', ' ') + " " + Printable.quote(text),
                    DidYouMean.of(text, names).orElse("use one of " + String.join(", ", names)));
        }
        return choice;
    }
}
