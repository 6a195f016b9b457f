package dev.agoratoken.app.agora;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemover;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Lets Agora remove banned users. A background thread works through the bans of the store, whose states say what is to be
 * done, so that nothing is lost when the server stops.
 */
public final class AgoraRuleRemover implements AgoraRemover, AutoCloseable {
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(1);

    private final BanStore store;
    private final RemovalLease lease;
    private final RemovalTimes times;
    private final InstantSource clock;
    private final EventLog log;
    private final Thread thread = new Thread(this::run, "agora-rules");
    private final Object change = new Object();
    private Map<ProjectName, AgoraRest> access = Map.of();
    private boolean woken;
    private boolean closed;

    AgoraRuleRemover(BanStore store, RemovalLease lease, RemovalTimes times, InstantSource clock, EventLog log) {
        this.store = store;
        this.lease = lease;
        this.times = times;
        this.clock = clock;
        this.log = log;
        thread.setDaemon(true);
    }

    /**
     * Starts a remover, which has no access to Agora until {@link #use}.
     *
     * @param lease which instance makes the rules
     * @param log gets a line for each ban that fails, and when Agora stops answering and answers again
     */
    public static AgoraRuleRemover start(BanStore store, RemovalLease lease, InstantSource clock, EventLog log) {
        return new AgoraRuleRemover(store, lease, RemovalTimes.DEFAULT, clock, log).started();
    }

    AgoraRuleRemover started() {
        thread.start();
        return this;
    }

    /** Replaces the access of all projects. Bans that failed with other credentials are tried again. */
    public void use(Map<ProjectName, AgoraRest> accessOfProjects) {
        synchronized (change) {
            access = Map.copyOf(accessOfProjects);
        }
        wake();
    }

    @Override
    public AgoraRemoval initialState(ProjectName project, BanTarget target) {
        if (!access().containsKey(project)) {
            return AgoraRemoval.NOT_CONFIGURED;
        }
        if (target.uid().isPresent() || target.channel().isPresent() && !target.namesUser()) {
            return AgoraRemoval.PENDING;
        }
        return AgoraRemoval.notPossible("Agora removes users of channels by uid, and not by "
                + (target.account().isPresent() ? "account" : "userId") + "; add uid if the user has one");
    }

    @Override
    public void wake() {
        synchronized (change) {
            woken = true;
            change.notifyAll();
        }
    }

    /**
     * Stops; waits for a request to Agora, but not long: the list shows at the next start what it did. Does not interrupt
     * the thread, because that could close the file of the store.
     */
    @Override
    public void close() {
        synchronized (change) {
            closed = true;
            change.notifyAll();
        }
        try {
            thread.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<ProjectName, AgoraRest> access() {
        synchronized (change) {
            return access;
        }
    }

    private boolean isClosed() {
        synchronized (change) {
            return closed;
        }
    }

    /** Another instance may have tried the bans while it had the lease, so each lease starts with a new worker. */
    private void run() {
        RemovalWorker worker = null;
        String problem = "";
        Duration wait = Duration.ZERO;
        while (await(wait)) {
            try {
                if (lease.isHeld()) {
                    worker = worker == null ? new RemovalWorker(store, times, clock, log) : worker;
                    wait = worker.step(access());
                } else {
                    worker = null;
                    wait = times.check();
                }
                problem = "";
            } catch (RuntimeException e) {
                problem = report(e, problem);
                wait = times.check();
            }
        }
    }

    private String report(RuntimeException failure, String before) {
        String problem = "bans: rules at Agora cannot be made now, trying again: "
                + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        if (!problem.equals(before) && !isClosed()) {
            log.error(problem);
        }
        return problem;
    }

    /** Waits until a change or for that time, and returns whether to go on. */
    private boolean await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        synchronized (change) {
            try {
                for (long left = time.toNanos(); left > 0 && !woken && !closed; left = end - System.nanoTime()) {
                    change.wait(Math.max(Duration.ofNanos(left).toMillis(), SHORTEST_WAIT.toMillis()));
                }
            } catch (InterruptedException e) {
                closed = true;
            }
            woken = false;
            return !closed;
        }
    }
}
