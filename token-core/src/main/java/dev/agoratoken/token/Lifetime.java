package dev.agoratoken.token;

import java.time.Duration;

/**
 * How long a token or a privilege is good: whole seconds, from 1 second to 24 hours. Agora ends every token after 24
 * hours, whatever it claims (reference/token-format.md, section 4.1), so a longer one is refused instead of written.
 */
public record Lifetime(Duration duration) {
    private static final Duration MAXIMUM = Duration.ofHours(24);

    /** 24 hours, the longest that Agora honours. */
    public static final Lifetime LONGEST = new Lifetime(MAXIMUM);

    public Lifetime {
        if (duration.isNegative() || duration.isZero()) {
            throw refused(duration, "give at least 1 second");
        }
        if (duration.compareTo(MAXIMUM) > 0) {
            throw refused(duration, "give at most 86400 seconds (24 hours), a length of time and not a date");
        }
        if (duration.getNano() != 0) {
            throw refused(duration, "give whole seconds");
        }
    }

    /**
     * Makes a lifetime.
     *
     * @throws InvalidValueException if the duration is not 1 second to 24 hours in whole seconds
     */
    public static Lifetime of(Duration duration) {
        return new Lifetime(duration);
    }

    /**
     * Makes a lifetime of so many seconds, 1 to 86400.
     *
     * @throws InvalidValueException if the number is not in that range
     */
    public static Lifetime ofSeconds(long seconds) {
        return new Lifetime(Duration.ofSeconds(seconds));
    }

    public long seconds() {
        return duration.toSeconds();
    }

    private static InvalidValueException refused(Duration duration, String remedy) {
        String received = duration.getNano() == 0 ? duration.toSeconds() + " seconds" : duration.toString();
        return new InvalidValueException("lifetime", received + " is no lifetime of a token", remedy);
    }

    @Override
    public String toString() {
        return seconds() + " s";
    }
}
