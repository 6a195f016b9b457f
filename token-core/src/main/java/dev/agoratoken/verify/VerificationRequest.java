package dev.agoratoken.verify;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.verify.expectation.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token to verify.
 *
 * @param text the token as received; any text
 * @param expected what the client passes to its SDK
 * @param at the time of the check; now if absent
 * @param skew the tolerated difference of clocks, 0 seconds to 24 hours
 */
public record VerificationRequest(String text, Expectation expected, Optional<Instant> at, Duration skew) {
    private static final Duration MAX_SKEW = Duration.ofHours(24);

    /**
     * Creates a request.
     *
     * @throws InvalidValueException if the skew is not 0 to 24 hours
     */
    public VerificationRequest {
        if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
            throw new InvalidValueException("skew", skew + " is out of range", "use 0 seconds to 24 hours");
        }
    }

    /**
     * {@return a request for a token now, without expectation or skew}
     *
     * @param text the token as received; any text
     */
    public static VerificationRequest of(String text) {
        return new VerificationRequest(text, Expectation.NONE, Optional.empty(), Duration.ZERO);
    }

    /**
     * {@return this request with an expectation}
     *
     * @param expectation what the client passes to its SDK
     */
    public VerificationRequest expecting(Expectation expectation) {
        return new VerificationRequest(text, expectation, at, skew);
    }

    /**
     * {@return this request with the time of the check}
     *
     * @param moment when the client uses the token
     */
    public VerificationRequest at(Instant moment) {
        return new VerificationRequest(text, expected, Optional.of(moment), skew);
    }

    /**
     * {@return this request with a tolerated difference of clocks}
     *
     * @param difference 0 seconds to 24 hours
     * @throws InvalidValueException if it is not 0 seconds to 24 hours
     */
    public VerificationRequest tolerating(Duration difference) {
        return new VerificationRequest(text, expected, at, difference);
    }

    /** Redacts the token. */
    @Override
    public String toString() {
        return "VerificationRequest[" + text.length() + " characters, redacted, " + expected + "]";
    }
}
