package dev.agoratoken.app.agora;

import dev.agoratoken.app.agora.AgoraFailure.Kind;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval.Status;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Makes, renews and deletes rules at Agora, one request at a time. Used by one thread. */
final class RemovalWorker {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private final BanStore store;
    private final KickingRules rules;
    private final RemovalTimes times;
    private final InstantSource clock;
    private final EventLog log;
    private final Map<BanId, RemovalAttempts> attempts = new HashMap<>();
    private final Map<AgoraRest.Account, AccountPace> paces = new HashMap<>();
    /** Bans that were made later were not tried by any other process. */
    private final Instant since;

    RemovalWorker(BanStore store, RemovalTimes times, InstantSource clock, EventLog log) {
        this.store = store;
        this.rules = new KickingRules(times.request());
        this.times = times;
        this.clock = clock;
        this.log = log;
        this.since = clock.instant();
    }

    /**
     * Does the most urgent task, with at most one request.
     *
     * @return how long there is nothing else to do
     */
    Duration step(Map<ProjectName, AgoraRest> access) {
        Instant now = clock.instant();
        Collection<Ban> bans = store.current().bans();
        attempts.keySet().retainAll(bans.stream().map(Ban::id).collect(Collectors.toSet()));
        Optional<RemovalTask> next = bans.stream()
                .flatMap(ban -> task(ban, access, now).stream())
                .min(Comparator.comparing(RemovalTask::dueAt));
        Duration wait = next.map(task -> Duration.between(now, task.dueAt())).orElse(times.check());
        if (!wait.isNegative() && !wait.isZero()) {
            return wait.compareTo(times.check()) < 0 ? wait : times.check();
        }
        perform(next.orElseThrow(), now);
        return Duration.ZERO;
    }

    private Optional<RemovalTask> task(Ban ban, Map<ProjectName, AgoraRest> access, Instant now) {
        Optional<AgoraRest> credentials = Optional.ofNullable(access.get(ban.project()));
        return RemovalTask.of(ban, attempts(ban), credentials, now, times.renewal())
                .map(task ->
                        task.sendsRequest() ? task.notBefore(pace(credentials).next()) : task);
    }

    private RemovalAttempts attempts(Ban ban) {
        return attempts.computeIfAbsent(
                ban.id(), id -> new RemovalAttempts(!ban.createdAt().isAfter(since)));
    }

    private AccountPace pace(Optional<AgoraRest> access) {
        return paces.computeIfAbsent(access.orElseThrow().account(), account -> new AccountPace(times));
    }

    private void perform(RemovalTask task, Instant now) {
        Ban ban = task.ban();
        switch (task.action()) {
            case FORGET -> store.remove(ban.id());
            case REVIVE -> {
                attempts(ban).doubt();
                save(ban, AgoraRemoval.PENDING);
            }
            case GIVE_UP ->
                fail(
                        ban,
                        "project " + ban.project() + " has no agora-rest in the configuration any more; set it again");
            case FIND, CREATE, RENEW, DELETE -> request(task, task.access().orElseThrow(), now);
        }
    }

    private void request(RemovalTask task, AgoraRest access, Instant now) {
        AccountPace pace = pace(task.access());
        pace.start(now);
        try {
            switch (task.action()) {
                case FIND -> find(task.ban(), access, now);
                case CREATE -> create(task.ban(), access, now);
                case RENEW -> renew(task.ban(), access, now);
                case DELETE -> delete(task.ban(), access, now);
                default -> throw new AssertionError(task.action() + " sends no request");
            }
            pace.answered();
        } catch (AgoraFailure e) {
            failed(task, access, e, pace);
        }
    }

    private void find(Ban ban, AgoraRest access, Instant now) throws AgoraFailure {
        Optional<KickingRule> rule = rules.list(access).stream()
                .filter(found -> found.removes(ban.target())
                        && found.isMadeSince(ban.createdAt().minus(CLOCK_DIFFERENCE))
                        && !isOfAnotherBan(found, ban))
                .findFirst();
        if (rule.isPresent()) {
            Instant until = rule.get().until().orElse(ban.holdsAt(now) ? now : now.plus(RemovalTask.LONGEST));
            save(ban, AgoraRemoval.active(rule.get().id(), until));
            attempts(ban).succeed();
        } else if (ban.holdsAt(now)) {
            attempts(ban).settle();
        } else {
            store.remove(ban.id());
        }
    }

    private boolean isOfAnotherBan(KickingRule rule, Ban ban) {
        return store.current().bans().stream()
                .anyMatch(other ->
                        !other.id().equals(ban.id()) && other.removal().ruleId().equals(OptionalLong.of(rule.id())));
    }

    private void create(Ban ban, AgoraRest access, Instant now) throws AgoraFailure {
        // Until the id is stored, a rule may exist that nobody knows.
        attempts(ban).doubt();
        long seconds = secondsUntilEnd(ban, now);
        save(ban, AgoraRemoval.active(rules.create(access, ban.target(), seconds), now.plusSeconds(seconds)));
        attempts(ban).succeed();
    }

    private void renew(Ban ban, AgoraRest access, Instant now) throws AgoraFailure {
        long id = ban.removal().ruleId().orElseThrow();
        long seconds = secondsUntilEnd(ban, now);
        rules.extend(access, id, seconds);
        save(ban, AgoraRemoval.active(id, now.plusSeconds(seconds)));
        attempts(ban).succeed();
    }

    private void delete(Ban ban, AgoraRest access, Instant now) throws AgoraFailure {
        rules.delete(access, ban.removal().ruleId().orElseThrow());
        if (attempts(ban).wasDoubtful()) {
            // An attempt without an answer may have left a second rule: look for it once more.
            attempts(ban).fail(now, times);
            save(ban, AgoraRemoval.PENDING);
        } else {
            store.remove(ban.id());
        }
    }

    /** Whole seconds that last at least until the ban ends, within the range of Agora. */
    private static long secondsUntilEnd(Ban ban, Instant now) {
        long seconds = Duration.between(now, ban.until()).plusMillis(999).toSeconds();
        return Math.max(RemovalTask.SHORTEST.toSeconds(), Math.min(seconds, RemovalTask.LONGEST.toSeconds()));
    }

    private void failed(RemovalTask task, AgoraRest access, AgoraFailure failure, AccountPace pace) {
        Ban ban = task.ban();
        RemovalAttempts attempted = attempts(ban);
        Instant now = clock.instant();
        if (failure.kind() != Kind.UNANSWERED && task.action() == RemovalTask.Action.CREATE) {
            attempted.settle();
        }
        attempted.fail(now, times);
        if (failure.kind() == Kind.UNANSWERED || failure.kind() == Kind.POSTPONED) {
            pace.unanswered(now);
            note(ban, failure.problem());
        } else {
            pace.answered();
            rejected(task, access, failure, now);
        }
    }

    private void rejected(RemovalTask task, AgoraRest access, AgoraFailure failure, Instant now) {
        Ban ban = task.ban();
        boolean ruleEnded = ban.removal().ruleUntil().map(now::isAfter).orElse(false);
        if (task.action() == RemovalTask.Action.RENEW && (failure.kind() == Kind.NOT_FOUND || ruleEnded)) {
            attempts(ban).doubt();
            save(ban, AgoraRemoval.PENDING);
        } else if (ban.removal().status() == Status.PENDING && ban.holdsAt(now)) {
            attempts(ban).reject(access);
            fail(ban, failure.problem());
        } else {
            note(ban, failure.problem());
        }
    }

    private void fail(Ban ban, String detail) {
        log.warn("ban " + ban.id() + ": no rule at Agora: " + detail);
        save(ban, AgoraRemoval.failed(detail));
    }

    /** Shows the last problem at the ban, whose state stays. */
    private void note(Ban ban, String detail) {
        AgoraRemoval removal = ban.removal();
        if (!removal.detail().equals(Optional.of(detail))) {
            log.warn("ban " + ban.id() + ": rule at Agora: " + detail);
            save(ban, new AgoraRemoval(removal.status(), removal.ruleId(), removal.ruleUntil(), Optional.of(detail)));
        }
    }

    private void save(Ban ban, AgoraRemoval removal) {
        store.update(ban.id(), found -> found.withRemoval(removal));
    }
}
