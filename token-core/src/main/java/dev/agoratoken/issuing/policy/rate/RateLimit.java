package dev.agoratoken.issuing.policy.rate;

import dev.agoratoken.text.Printable;
import dev.agoratoken.text.WholeNumber;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The rate limit of a caller: requests per second, minute or hour in the long run, and requests at once. Immutable and
 * thread-safe.
 *
 * @param requests the number of requests in a period, 1 to 1000000
 * @param period a second, a minute or an hour
 * @param burst the maximum number of requests at once, 1 to 1000000
 */
public record RateLimit(int requests, Duration period, int burst) {
    private static final int MAX_REQUESTS = 1_000_000;
    private static final Map<String, Duration> PERIODS =
            Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    /**
     * Creates a rate limit.
     *
     * @throws InvalidValueException if a number is out of range, or the period is not one of the three
     */
    public RateLimit {
        if (requests < 1 || requests > MAX_REQUESTS || burst < 1 || burst > MAX_REQUESTS) {
            throw new InvalidValueException(
                    "rate",
                    "invalid rate " + requests + " with burst " + burst,
                    "use numbers from 1 to " + MAX_REQUESTS);
        }
        if (!PERIODS.containsValue(period)) {
            throw new InvalidValueException("rate", "invalid period " + period, "use a second, a minute or an hour");
        }
    }

    /**
     * Reads a rate such as {@code 50/s}, {@code 100/m} or {@code 1000/h}. The burst is the number of requests in a
     * period.
     *
     * @throws InvalidValueException if the text is anything else
     */
    public static RateLimit parse(String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        String digits = slash == -1 ? "" : text.substring(0, slash).strip();
        String unit = slash == -1 ? "" : text.substring(slash + 1).strip().toLowerCase(Locale.ROOT);
        OptionalLong number = WholeNumber.parse(digits, 1, MAX_REQUESTS);
        if (number.isEmpty() || !PERIODS.containsKey(unit)) {
            throw new InvalidValueException(
                    "rate", "invalid rate " + Printable.quote(text), "use 1 to 1000000 per s, m or h, such as 50/s");
        }
        int requests = (int) number.getAsLong();
        return new RateLimit(requests, PERIODS.get(unit), requests);
    }

    /** Returns the same rate with another burst. */
    public RateLimit withBurst(int chosen) {
        return new RateLimit(requests, period, chosen);
    }

    /** The rate as in the configuration, such as {@code 50/s}. */
    @Override
    public String toString() {
        String unit = period.equals(Duration.ofSeconds(1)) ? "s" : period.equals(Duration.ofMinutes(1)) ? "m" : "h";
        return requests + "/" + unit + (burst == requests ? "" : ", " + burst + " at once");
    }
}
