package dev.agoratoken.app.agora;

import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval.Status;
import dev.agoratoken.issuing.policy.ban.Ban;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The next thing to do for a ban.
 *
 * @param dueAt when to do it
 * @param access absent if the project has no access to Agora; then the action needs none
 */
record RemovalTask(Ban ban, Action action, Instant dueAt, Optional<AgoraRest> access) {
    /** The longest time of a rule at Agora. */
    static final Duration LONGEST = Duration.ofSeconds(86_430);

    static final Duration SHORTEST = Duration.ofSeconds(10);

    /** A rule may end that much before its ban: clocks differ, and a rule has whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** What to do. All but the last three send one request. */
    enum Action {
        /** Read the list for a rule that the ban may have. */
        FIND,
        CREATE,
        RENEW,
        DELETE,
        /** Remove the ban from the store: it ended, and so did its rule. */
        FORGET,
        /** Try a failed ban again, because the program or the credentials are new. */
        REVIVE,
        /** The access of the project was removed from the configuration. */
        GIVE_UP
    }

    boolean sendsRequest() {
        return action.compareTo(Action.FORGET) < 0;
    }

    /** The next task of a ban, if there is one. */
    static Optional<RemovalTask> of(
            Ban ban, RemovalAttempts attempts, Optional<AgoraRest> access, Instant now, Duration renewal) {
        AgoraRemoval removal = ban.removal();
        if (!removal.mayHaveRule()) {
            boolean revives = removal.status() == Status.FAILED
                    && ban.holdsAt(now)
                    && access.filter(credentials -> !attempts.isRejectedWith(credentials))
                            .isPresent();
            return revives ? Optional.of(new RemovalTask(ban, Action.REVIVE, now, access)) : Optional.empty();
        }
        return ban.holdsAt(now)
                ? ofCurrent(ban, attempts, access, now, renewal)
                : Optional.of(ofEnded(ban, attempts, access, now));
    }

    private static Optional<RemovalTask> ofCurrent(
            Ban ban, RemovalAttempts attempts, Optional<AgoraRest> access, Instant now, Duration renewal) {
        if (ban.removal().status() == Status.PENDING) {
            Action action = attempts.isDoubtful() ? Action.FIND : Action.CREATE;
            // The clock of another instance may be ahead.
            Instant asked = ban.createdAt().isAfter(now) ? now : ban.createdAt();
            return Optional.of(
                    access.isEmpty()
                            ? new RemovalTask(ban, Action.GIVE_UP, now, access)
                            : new RemovalTask(ban, action, later(asked, attempts.retryAt()), access));
        }
        Instant ruleUntil = ban.removal().ruleUntil().orElse(now);
        boolean lastsLonger = ruleUntil.plus(TOLERANCE).isBefore(ban.until());
        return lastsLonger && access.isPresent()
                ? Optional.of(
                        new RemovalTask(ban, Action.RENEW, later(ruleUntil.minus(renewal), attempts.retryAt()), access))
                : Optional.empty();
    }

    private static RemovalTask ofEnded(Ban ban, RemovalAttempts attempts, Optional<AgoraRest> access, Instant now) {
        Instant ruleUntil = ban.removal().ruleUntil().orElse(ban.until().plus(LONGEST));
        if (access.isEmpty() || !ruleUntil.isAfter(now.plus(SHORTEST))) {
            return new RemovalTask(ban, Action.FORGET, ruleUntil, access);
        }
        Action action = ban.removal().ruleId().isPresent() ? Action.DELETE : Action.FIND;
        return new RemovalTask(ban, action, later(ban.until(), attempts.retryAt()), access);
    }

    /** The same task, not before that time. */
    RemovalTask notBefore(Instant time) {
        return new RemovalTask(ban, action, later(dueAt, time), access);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
