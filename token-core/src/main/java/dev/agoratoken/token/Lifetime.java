package dev.agoratoken.token;

import dev.agoratoken.text.Printable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a token or a privilege is valid: whole seconds, 1 second to 24 hours. Agora ends every token after 24 hours,
 * whatever the token says (docs/reference/token-format.md#validity), so a longer lifetime is rejected.
 *
 * @param duration 1 second to 24 hours, as whole seconds
 */
public record Lifetime(Duration duration) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})([smh]?)");

    /** Seconds that are probably a date: since 1970, this is the year 2001. */
    public static final long MIN_DATE = 1_000_000_000;

    private static final Duration MAXIMUM = Duration.ofHours(24);

    /** 24 hours, the maximum that Agora honours. */
    public static final Lifetime MAX = new Lifetime(MAXIMUM);

    /** Same as {@link #of}. */
    public Lifetime {
        if (duration.isNegative() || duration.isZero()) {
            throw invalid(duration, "use at least 1 second");
        }
        if (duration.compareTo(MAXIMUM) > 0) {
            String remedy = "use at most 86400 seconds (24 hours)";
            throw invalid(duration, duration.toSeconds() < MIN_DATE ? remedy : remedy + ", a duration and not a date");
        }
        if (duration.toNanosPart() != 0) {
            throw invalid(duration, "use whole seconds from 1");
        }
    }

    /**
     * {@return a lifetime}
     *
     * @param duration 1 second to 24 hours
     * @throws InvalidValueException if the duration is not 1 second to 24 hours as whole seconds
     */
    public static Lifetime of(Duration duration) {
        return new Lifetime(duration);
    }

    /**
     * {@return a lifetime}
     *
     * @param seconds 1 to 86400
     * @throws InvalidValueException if the number is out of range
     */
    public static Lifetime ofSeconds(long seconds) {
        return new Lifetime(Duration.ofSeconds(seconds));
    }

    /**
     * Reads seconds ({@code 3600}), or a whole number with {@code s}, {@code m} or {@code h} ({@code 90s}, {@code 30m},
     * {@code 24h}).
     *
     * @param text such as {@code 3600} or {@code 1h}
     * @return the lifetime
     * @throws InvalidValueException if the text is anything else, or the lifetime is not 1 second to 24 hours
     */
    public static Lifetime parse(String text) {
        Matcher matcher = text == null ? null : WRITTEN.matcher(text);
        if (matcher == null || !matcher.matches()) {
            throw new InvalidValueException(
                    "lifetime", "invalid lifetime " + Printable.quote(text), "use seconds (3600) or 90s, 30m, 1h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> of(Duration.ofHours(number));
            case "m" -> of(Duration.ofMinutes(number));
            default -> ofSeconds(number);
        };
    }

    /** {@return the number of seconds, 1 to 86400} */
    public long seconds() {
        return duration.toSeconds();
    }

    /**
     * {@return the failure of a privilege that lasts longer than a token with this lifetime}
     *
     * @param privilege how long the privilege lasts
     * @param field the name of the privilege in the message
     */
    public InvalidValueException exceededBy(Duration privilege, String field) {
        String seconds = Printable.count(seconds(), "second");
        return new InvalidValueException(
                field,
                Printable.count(privilege.toSeconds(), "second") + " would outlive the token of " + seconds,
                "use at most " + seconds);
    }

    private static InvalidValueException invalid(Duration duration, String remedy) {
        String received =
                duration.toNanosPart() == 0 ? Printable.count(duration.toSeconds(), "second") : duration.toString();
        return new InvalidValueException("lifetime", "invalid lifetime of " + received, remedy);
    }

    @Override
    public String toString() {
        return seconds() + " s";
    }
}
