package dev.agoratoken.verify;

import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that somebody asks about.
 *
 * @param text the token as it was received, whatever it is
 * @param at the moment to judge it at; now if it is left open
 * @param skew by how much the clocks may differ before a time counts as past or to come
 */
public record VerificationRequest(String text, Expectation expected, Optional<Instant> at, Duration skew) {
    private static final Duration MAX_SKEW = Duration.ofHours(24);

    /**
     * Takes them as they are.
     *
     * @throws InvalidValueException if the skew is not 0 to 24 hours
     */
    public VerificationRequest {
        if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
            throw new InvalidValueException("skew", skew + " is out of range", "use 0 seconds to 24 hours");
        }
    }

    /** Asks about that token as of now, and expects nothing in particular. */
    public static VerificationRequest of(String text) {
        return new VerificationRequest(text, Expectation.NONE, Optional.empty(), Duration.ZERO);
    }

    public VerificationRequest expecting(Expectation expectation) {
        return new VerificationRequest(text, expectation, at, skew);
    }

    public VerificationRequest at(Instant moment) {
        return new VerificationRequest(text, expected, Optional.of(moment), skew);
    }

    public VerificationRequest tolerating(Duration difference) {
        return new VerificationRequest(text, expected, at, difference);
    }

    /** Redacted: the token is in it. */
    @Override
    public String toString() {
        return "VerificationRequest[" + text.length() + " characters, redacted, " + expected + "]";
    }
}
