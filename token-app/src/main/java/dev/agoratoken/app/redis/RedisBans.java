package dev.agoratoken.app.redis;

import dev.agoratoken.app.agora.RemovalLease;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.process.BackgroundThread;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The bans that all instances share, and the lease of the one that speaks with Agora. A background thread reads them. */
public final class RedisBans implements AutoCloseable {
    /** A ban holds on every instance within a second. */
    private static final Duration REFRESH_INTERVAL = Duration.ofMillis(300);

    private static final Duration RENEW_INTERVAL = Duration.ofSeconds(1);

    private final RedisBanStore store;
    private final RedisRemovalLease lease;
    private final EventLog log;
    private final ScheduledExecutorService reader = BackgroundThread.scheduler("redis-bans");

    /** Creates bans, which {@link #start} reads. */
    public RedisBans(RedisConnection redis, InstantSource clock, EventLog log) {
        this.store = new RedisBanStore(redis, clock, log);
        this.lease = new RedisRemovalLease(redis, System::nanoTime);
        this.log = log;
    }

    public BanStore store() {
        return store;
    }

    public RemovalLease lease() {
        return lease;
    }

    /**
     * The bans for a request for a token, from memory.
     *
     * @throws SharedStateUnavailableException if they were never read, and requests are rejected without Redis
     */
    public BanIndex forTokens() {
        return store.forTokens();
    }

    /** Reads the bans, and again as long as this is open. */
    public void start() {
        store.refresh();
        repeat(store::refresh, REFRESH_INTERVAL);
        repeat(lease::renew, RENEW_INTERVAL);
    }

    private void repeat(Runnable action, Duration interval) {
        Runnable safe = () -> {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                log.error("shared.redis: reading bans failed, trying again: "
                        + e.getClass().getSimpleName());
            }
        };
        var unused = reader.scheduleWithFixedDelay(safe, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops, and gives the lease to another instance. The known bans stay in memory. */
    @Override
    public void close() {
        reader.execute(lease::release);
        reader.shutdown();
        try {
            if (!reader.awaitTermination(RedisBanTable.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                reader.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
