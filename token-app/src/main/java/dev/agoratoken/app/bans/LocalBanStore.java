package dev.agoratoken.app.bans;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStoreException;

/**
 * The bans of this process, in memory and perhaps in a file. A change is in the file before it is in memory, and before it
 * is acknowledged. Thread-safe.
 */
final class LocalBanStore implements BanStore, AutoCloseable {
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);

    private final Optional<BanFile> file;
    private final InstantSource clock;
    private final EventLog log;
    private final Lock changes = new ReentrantLock();
    private volatile BanIndex index;
    private volatile boolean failing;
    private long triedAt;

    /** @param log gets a line when the file cannot be written, and one when it can again */
    LocalBanStore(Optional<BanFile> file, InstantSource clock, EventLog log) {
        this.file = file;
        this.clock = clock;
        this.log = log;
        this.index = file.map(opened -> BanIndex.of(opened.bans())).orElse(BanIndex.EMPTY);
    }

    @Override
    public BanIndex current() {
        return index;
    }

    @Override
    public Ban add(Ban ban) {
        Instant now = clock.instant();
        return change(now, bans -> BanChanges.add(bans, ban, now));
    }

    @Override
    public void update(BanId id, UnaryOperator<Ban> change) {
        change(clock.instant(), bans -> bans.computeIfPresent(id, (same, ban) -> change.apply(ban)));
    }

    @Override
    public boolean remove(BanId id) {
        return change(clock.instant(), bans -> bans.remove(id) != null);
    }

    /** Changes the bans that are still needed, all or nothing. */
    private <T> T change(Instant now, Function<Map<BanId, Ban>, T> change) {
        changes.lock();
        try {
            Map<BanId, Ban> before = BanChanges.needed(index, now);
            Map<BanId, Ban> after = new HashMap<>(before);
            T result = change.apply(after);
            if (!after.equals(before)) {
                file.ifPresent(opened -> write(opened, after));
                index = BanIndex.of(after.values());
            }
            return result;
        } finally {
            changes.unlock();
        }
    }

    /** After a failure, tries to write again, at most once in a second. */
    @Override
    public boolean isWritable() {
        if (failing && changes.tryLock()) {
            try {
                long now = System.nanoTime();
                if (failing && now - triedAt >= RETRY_INTERVAL.toNanos()) {
                    triedAt = now;
                    file.ifPresent(opened -> attempt(opened::probe));
                }
            } catch (BanStoreUnavailableException e) {
                return false;
            } finally {
                changes.unlock();
            }
        }
        return !failing && file.map(BanFile::isWritable).orElse(true);
    }

    private void write(BanFile opened, Map<BanId, Ban> bans) {
        attempt(() -> opened.write(bans));
    }

    private void attempt(Runnable write) {
        try {
            write.run();
        } catch (MVStoreException | IllegalArgumentException | IllegalStateException e) {
            if (!failing) {
                failing = true;
                log.error("bans: the file cannot be written; check disk space and permissions; bans are not changed");
            }
            throw new BanStoreUnavailableException("the file cannot be written", e);
        }
        if (failing) {
            failing = false;
            log.info("bans: the file can be written again");
        }
    }

    @Override
    public void close() {
        changes.lock();
        try {
            file.ifPresent(BanFile::close);
        } finally {
            changes.unlock();
        }
    }
}
