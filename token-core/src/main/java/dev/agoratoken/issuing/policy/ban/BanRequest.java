package dev.agoratoken.issuing.policy.ban;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.Optional;

/**
 * A request for a ban.
 *
 * @param id empty for a new random one. A caller that repeats a request after a timeout sends the same id
 * @param project empty for the default project
 * @param duration 10 seconds to 30 days; empty for {@link #DEFAULT_DURATION}
 * @param reason for people: 1 to 200 printable characters
 * @param atAgora whether Agora is to remove users who are in a channel
 */
public record BanRequest(
        Optional<BanId> id,
        Optional<ProjectName> project,
        BanTarget target,
        Optional<Duration> duration,
        Optional<String> reason,
        boolean atAgora) {
    /** The longest time for a rule at Agora, 30 seconds more than the longest life of a token. */
    public static final Duration DEFAULT_DURATION = AgoraRemoval.LONGEST_RULE;

    public static final Duration MIN_DURATION = Duration.ofSeconds(10);
    public static final Duration MAX_DURATION = Duration.ofDays(30);

    private static final int MAX_REASON_LENGTH = 200;

    /**
     * Creates a request.
     *
     * @throws InvalidValueException if the duration or the reason is not valid
     */
    public BanRequest {
        duration.ifPresent(BanRequest::check);
        reason.ifPresent(BanRequest::checkedReason);
    }

    /** Creates a request with the defaults, and a rule at Agora. */
    public static BanRequest of(BanTarget target) {
        return new BanRequest(Optional.empty(), Optional.empty(), target, Optional.empty(), Optional.empty(), true);
    }

    private static void check(Duration duration) {
        if (duration.compareTo(MIN_DURATION) < 0 || duration.compareTo(MAX_DURATION) > 0) {
            throw new InvalidValueException(
                    "for",
                    "invalid duration of " + Printable.count(duration.toSeconds(), "second"),
                    "use " + MIN_DURATION.toSeconds() + " to " + MAX_DURATION.toSeconds() + " seconds (30 days)");
        }
    }

    /**
     * Returns the reason if it is valid.
     *
     * @throws InvalidValueException if it is empty, too long or not one line
     */
    public static String checkedReason(String reason) {
        if (reason.isEmpty()
                || reason.codePointCount(0, reason.length()) > MAX_REASON_LENGTH
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(
                    "reason",
                    Printable.quote(reason) + " is empty, too long or not one line",
                    "use 1 to " + MAX_REASON_LENGTH + " characters without control characters");
        }
        return reason;
    }
}
