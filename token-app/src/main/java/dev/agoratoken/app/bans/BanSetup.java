package dev.agoratoken.app.bans;

import dev.agoratoken.app.agora.AgoraRest;
import dev.agoratoken.app.agora.AgoraRuleRemover;
import dev.agoratoken.app.agora.RemovalLease;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The bans of a server, which a reload of the configuration does not change. */
public final class BanSetup implements AutoCloseable {
    private final BanStore store;
    private final BanChecker checker;
    private final AgoraRemover remover;
    private final Consumer<Map<ProjectName, AgoraRest>> access;
    private final InstantSource clock;
    private final boolean openToAll;
    private final Runnable closing;

    private BanSetup(
            BanStore store,
            BanChecker checker,
            AgoraRemover remover,
            Consumer<Map<ProjectName, AgoraRest>> access,
            InstantSource clock,
            boolean openToAll,
            Runnable closing) {
        this.store = store;
        this.checker = checker;
        this.remover = remover;
        this.access = access;
        this.clock = clock;
        this.openToAll = openToAll;
        this.closing = closing;
    }

    /** No bans, and none can be made by others. */
    public static BanSetup none() {
        InstantSource clock = InstantSource.system();
        BanStore store = new LocalBanStore(Optional.empty(), clock, EventLog.NONE);
        return new BanSetup(store, BanChecker.NONE, AgoraRemover.NONE, unused -> {}, clock, true, () -> {});
    }

    /**
     * Opens the bans of this server alone.
     *
     * @param openToAll whether clients of other machines need no credentials if no callers are configured
     * @param log gets a line when the file cannot be written
     * @throws dev.agoratoken.token.InvalidValueException if the file cannot be opened
     */
    public static BanSetup local(BanConfig config, boolean openToAll, InstantSource clock, EventLog log) {
        LocalBanStore store = new LocalBanStore(config.file().map(BanFile::new), clock, log);
        return of(store, store::current, store::close, RemovalLease.ALONE, openToAll, clock, log);
    }

    /**
     * Uses bans that several servers share. Closing this closes neither the store nor the lease.
     *
     * @param forTokens the bans for a request for a token; as those of the store, or an exception if they are not known
     * @param openToAll whether clients of other machines need no credentials if no callers are configured
     */
    public static BanSetup shared(
            BanStore store,
            Supplier<BanIndex> forTokens,
            RemovalLease lease,
            boolean openToAll,
            InstantSource clock,
            EventLog log) {
        return of(store, forTokens, () -> {}, lease, openToAll, clock, log);
    }

    private static BanSetup of(
            BanStore store,
            Supplier<BanIndex> forTokens,
            Runnable closing,
            RemovalLease lease,
            boolean openToAll,
            InstantSource clock,
            EventLog log) {
        AgoraRuleRemover remover = AgoraRuleRemover.start(store, lease, clock, log);
        return new BanSetup(store, BanChecker.of(forTokens, clock), remover, remover::use, clock, openToAll, () -> {
            remover.close();
            closing.run();
        });
    }

    /** Replaces the access of all projects to Agora's REST API. */
    public void use(Map<ProjectName, AgoraRest> accessOfProjects) {
        access.accept(accessOfProjects);
    }

    /** Rejects requests for tokens that are within a ban, also where bans cannot be made. */
    public BanChecker checker() {
        return checker;
    }

    /**
     * Creates the service that makes bans; empty where anyone could make them.
     *
     * @param guarded whether callers are authenticated
     */
    public Optional<BanService> service(
            boolean guarded, AuditPolicy auditPolicy, ProjectName defaultProject, Projects projects) {
        return guarded || !openToAll
                ? Optional.of(new BanService(
                        store, remover, auditPolicy, defaultProject, projects, clock, BanSetup::randomId))
                : Optional.empty();
    }

    private static BanId randomId() {
        return BanId.of(UUID.randomUUID().toString());
    }

    /** How many bans hold now. */
    public int active() {
        Instant now = clock.instant();
        return (int)
                store.current().bans().stream().filter(ban -> ban.holdsAt(now)).count();
    }

    /** Whether bans can be made and lifted. */
    public boolean isWritable() {
        return store.isWritable();
    }

    @Override
    public void close() {
        closing.run();
    }
}
