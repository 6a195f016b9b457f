package dev.agoratoken.issuing.policy.ban;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The state of the rule at Agora that removes banned users who are in a channel.
 *
 * @param ruleId the id of the rule at Agora, once it is known
 * @param ruleUntil when the rule ends at Agora, at most 86,430 seconds after it was made
 * @param detail why, for a rule that is not there; one line
 */
public record AgoraRemoval(Status status, OptionalLong ruleId, Optional<Instant> ruleUntil, Optional<String> detail) {
    /** The longest time of a rule at Agora, 30 seconds more than the longest life of a token. */
    public static final Duration LONGEST_RULE = Duration.ofSeconds(86_430);

    /** The rule is still to be made. */
    public static final AgoraRemoval PENDING = without(Status.PENDING, Optional.empty());

    /** The project has no access to Agora's REST API. */
    public static final AgoraRemoval NOT_CONFIGURED = without(Status.NOT_CONFIGURED, Optional.empty());

    /** The caller wanted no rule. */
    public static final AgoraRemoval NOT_REQUESTED = without(Status.NOT_CONFIGURED, Optional.of("not requested"));

    /** Agora has the rule. */
    public static AgoraRemoval active(long ruleId, Instant ruleUntil) {
        return new AgoraRemoval(Status.ACTIVE, OptionalLong.of(ruleId), Optional.of(ruleUntil), Optional.empty());
    }

    /** Agora rejected the rule. */
    public static AgoraRemoval failed(String detail) {
        return without(Status.FAILED, Optional.of(detail));
    }

    /** Agora has no rules for such a ban. */
    public static AgoraRemoval notPossible(String detail) {
        return without(Status.NOT_POSSIBLE, Optional.of(detail));
    }

    private static AgoraRemoval without(Status status, Optional<String> detail) {
        return new AgoraRemoval(status, OptionalLong.empty(), Optional.empty(), detail);
    }

    /**
     * Whether Agora may still have a rule of a ban that ended. A pending rule may have been made without an answer, at
     * most until the end of the ban.
     *
     * @param ended when the ban ended
     */
    boolean mayHaveRuleAt(Instant now, Instant ended) {
        return mayHaveRule() && now.isBefore(ruleUntil.orElseGet(() -> ended.plus(LONGEST_RULE)));
    }

    /** Whether Agora may have a rule, which a lifted ban has to delete there. */
    public boolean mayHaveRule() {
        return status == Status.ACTIVE || status == Status.PENDING;
    }

    /** The states. */
    public enum Status {
        ACTIVE("active"),
        PENDING("pending"),
        FAILED("failed"),
        NOT_CONFIGURED("not_configured"),
        NOT_POSSIBLE("not_possible");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The name in documents. */
        public String label() {
            return label;
        }
    }
}
