package dev.agoratoken.app.bans;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.Projects;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.BanChecker;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The bans of a server, which a reload of the configuration does not change. */
public final class BanSetup implements AutoCloseable {
    private final BanStore store;
    private final AgoraRemover remover;
    private final InstantSource clock;
    private final boolean openToAll;
    private final Runnable closing;

    /**
     * @param openToAll whether clients of other machines need no credentials if no callers are configured
     * @param closing closes the store
     */
    public BanSetup(BanStore store, AgoraRemover remover, InstantSource clock, boolean openToAll, Runnable closing) {
        this.store = store;
        this.remover = remover;
        this.clock = clock;
        this.openToAll = openToAll;
        this.closing = closing;
    }

    /** No bans, and none can be made by others. */
    public static BanSetup none() {
        return local(BanConfig.MEMORY, true, InstantSource.system(), EventLog.NONE);
    }

    /**
     * Opens the bans of this server alone.
     *
     * @param log gets a line when the file cannot be written
     * @throws dev.agoratoken.token.InvalidValueException if the file cannot be opened
     */
    public static BanSetup local(BanConfig config, boolean openToAll, InstantSource clock, EventLog log) {
        LocalBanStore store = new LocalBanStore(config.file().map(BanFile::new), clock, log);
        return new BanSetup(store, AgoraRemover.NONE, clock, openToAll, store::close);
    }

    /** Rejects requests for tokens that are within a ban, also where bans cannot be made. */
    public BanChecker checker() {
        return BanChecker.of(store::current, clock);
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

    @Override
    public void close() {
        closing.run();
    }
}
