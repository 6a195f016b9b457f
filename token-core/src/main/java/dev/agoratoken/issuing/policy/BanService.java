package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.UnknownProjectException;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanFilter;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanRights;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import dev.agoratoken.issuing.policy.ban.UnknownBanException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.token.TokenException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Makes, lists and lifts bans for callers who may. Thread-safe. */
public final class BanService {
    private final BanStore store;
    private final AgoraRemover remover;
    private final AuditPolicy auditPolicy;
    private final ProjectName defaultProject;
    private final Projects projects;
    private final InstantSource clock;
    private final Supplier<BanId> ids;

    /**
     * Creates a service.
     *
     * @param defaultProject the project of requests that name none
     * @param ids new ids that nobody can guess
     */
    public BanService(
            BanStore store,
            AgoraRemover remover,
            AuditPolicy auditPolicy,
            ProjectName defaultProject,
            Projects projects,
            InstantSource clock,
            Supplier<BanId> ids) {
        this.store = store;
        this.remover = remover;
        this.auditPolicy = auditPolicy;
        this.defaultProject = defaultProject;
        this.projects = projects;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes a ban, and returns when it is durable. A repeated request with the same id returns the ban of the first.
     *
     * @throws AccessDeniedException if no rule allows the caller that ban
     * @throws UnknownProjectException if the caller may, but the project is not configured
     * @throws BanConflictException if another ban has the id
     * @throws BanStoreUnavailableException if the ban cannot be stored
     */
    public Outcome ban(Caller caller, BanRequest request, RequestId id) {
        ProjectName project = request.project().orElse(defaultProject);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Ban wanted = new Ban(
                request.id().orElseGet(ids),
                project,
                request.target(),
                request.reason(),
                caller.identity(),
                now,
                now.plus(request.duration().orElse(BanRequest.DEFAULT_DURATION)),
                request.atAgora() ? remover.initialState(project, request.target()) : AgoraRemoval.NOT_REQUESTED);
        try {
            BanRights.check(caller, project, request.target());
            if (projects.find(project).isEmpty()) {
                throw UnknownProjectException.named(project, projects);
            }
            boolean repeated = store.current()
                    .find(wanted.id())
                    .filter(found -> found.holdsAt(now))
                    .isPresent();
            Ban stored = store.add(wanted);
            auditPolicy.add(new Decision.Banned(id, caller, stored));
            remover.wake();
            return new Outcome(stored, !repeated);
        } catch (TokenException e) {
            auditPolicy.add(new Decision.BanDenied(id, caller, wanted, e));
            throw e;
        }
    }

    /** Returns the bans that hold now, that match the filter, and that the caller could have made; the newest first. */
    public List<Ban> list(Caller caller, BanFilter filter) {
        Instant now = clock.instant();
        return store.current().bans().stream()
                .filter(ban -> ban.holdsAt(now) && filter.matches(ban))
                .filter(ban -> BanRights.covers(caller, ban.project(), ban.target()))
                .sorted(Comparator.comparing(Ban::createdAt)
                        .reversed()
                        .thenComparing(ban -> ban.id().value()))
                .toList();
    }

    /**
     * Returns a ban.
     *
     * @throws UnknownBanException if no ban with that id holds now
     * @throws AccessDeniedException if the caller could not have made it
     */
    public Ban find(Caller caller, BanId banId) {
        Ban ban = store.current()
                .find(banId)
                .filter(found -> found.holdsAt(clock.instant()))
                .orElseThrow(() -> new UnknownBanException(banId));
        BanRights.check(caller, ban.project(), ban.target());
        return ban;
    }

    /**
     * Lifts a ban, and returns when that is durable. The rule at Agora is deleted afterwards.
     *
     * @throws UnknownBanException if no ban with that id holds now
     * @throws AccessDeniedException if the caller could not have made it
     * @throws BanStoreUnavailableException if the change cannot be stored; the ban holds on
     */
    public void lift(Caller caller, BanId banId, RequestId id) {
        Ban ban = find(caller, banId);
        if (ban.removal().mayHaveRule()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            store.update(banId, found -> found.lifted(now));
        } else if (!store.remove(banId)) {
            throw new UnknownBanException(banId);
        }
        auditPolicy.add(new Decision.BanLifted(id, caller, ban));
        remover.wake();
    }

    /**
     * A stored ban.
     *
     * @param created false if an earlier request made it
     */
    public record Outcome(Ban ban, boolean created) {}
}
