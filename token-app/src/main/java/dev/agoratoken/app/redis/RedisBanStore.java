package dev.agoratoken.app.redis;

import dev.agoratoken.app.bans.BanChanges;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.redis.RedisBanTable.Row;
import dev.agoratoken.app.redis.RedisBanTable.Snapshot;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The bans that all instances share. Each instance has them in memory, and {@link #refresh} reads what others changed.
 * Without Redis the known bans go on holding, and changes fail. A change without an answer is undone as soon as Redis is
 * back, unless another instance changed the same ban after that. Thread-safe.
 */
final class RedisBanStore implements BanStore {
    private static final int MAX_ATTEMPTS = 100;
    /** A rule at Agora may outlast its ban by 86,430 seconds. */
    private static final Duration KEPT_AFTER_END = Duration.ofDays(2);

    private final RedisConnection redis;
    private final RedisBanTable table;
    private final InstantSource clock;
    private final EventLog log;
    private final Lock changes = new ReentrantLock();
    private volatile Snapshot known = Snapshot.EMPTY;
    private volatile boolean loaded;

    private volatile boolean failing;

    // Guarded by the lock.
    private boolean stale;
    private @Nullable Doubt doubt;

    /** @param log gets a line when the bans cannot be read, and one when they can again */
    RedisBanStore(RedisConnection redis, InstantSource clock, EventLog log) {
        this.redis = redis;
        this.table = new RedisBanTable(redis, log);
        this.clock = clock;
        this.log = log;
    }

    /** A write without an answer: Redis may do it later, as long as nobody else writes. */
    private record Doubt(Snapshot before, String next, String writer, Map<BanId, Optional<Row>> changed) {}

    @Override
    public BanIndex current() {
        return known.index();
    }

    /**
     * As {@link #current}, for a request for a token.
     *
     * @throws SharedStateUnavailableException if the bans were never read, and requests are rejected without Redis
     */
    BanIndex forTokens() {
        if (!loaded && redis.isRequired()) {
            throw new SharedStateUnavailableException();
        }
        return known.index();
    }

    @Override
    public boolean isWritable() {
        return loaded && !failing && redis.isAvailable();
    }

    @Override
    public Ban add(Ban ban) {
        // A repeated ban is written again, so that the instance that has its first write in doubt does not undo it.
        return change(Set.of(ban.id()), bans -> BanChanges.add(bans, ban, clock.instant()));
    }

    @Override
    public void update(BanId id, UnaryOperator<Ban> change) {
        change(Set.of(), bans -> bans.computeIfPresent(id, (same, ban) -> change.apply(ban)));
    }

    @Override
    public boolean remove(BanId id) {
        return change(Set.of(), bans -> bans.remove(id) != null);
    }

    /** Reads what other instances changed. Logs failures. */
    void refresh() {
        changes.lock();
        try {
            settle();
            read();
            if (failing) {
                failing = false;
                log.info("shared.redis: bans can be read again");
            }
        } catch (RedisUnavailableException e) {
            if (!failing) {
                failing = true;
                log.warn("shared.redis: bans cannot be read: " + e.getMessage() + "; the "
                        + known.rows().size()
                        + " known bans go on holding, changes get 503 until Redis is back");
            }
        } finally {
            changes.unlock();
        }
    }

    private <T> T change(Set<BanId> rewritten, Function<Map<BanId, Ban>, T> change) {
        changes.lock();
        try {
            for (int i = 0; i < MAX_ATTEMPTS; i++) {
                settle();
                read();
                Map<BanId, Ban> after = BanChanges.needed(known.index(), clock.instant());
                Map<BanId, Ban> before = Map.copyOf(after);
                T result = change.apply(after);
                if (after.equals(before) && rewritten.isEmpty() || write(after, rewritten)) {
                    return result;
                }
            }
        } catch (RedisUnavailableException e) {
            throw new BanStoreUnavailableException("Redis is unavailable: " + e.getMessage(), e);
        } finally {
            changes.unlock();
        }
        throw new BanStoreUnavailableException("too many changes at once", null);
    }

    private boolean write(Map<BanId, Ban> bans, Set<BanId> rewritten) throws RedisUnavailableException {
        String writer = UUID.randomUUID().toString();
        Map<BanId, Optional<Row>> changed = difference(bans, rewritten, writer);
        Snapshot before = known;
        String next = before.nextState(writer);
        try {
            return write(before, next, changed);
        } catch (RedisUnavailableException e) {
            stale = true;
            doubt = new Doubt(before, next, writer, changed);
            throw e;
        }
    }

    private Map<BanId, Optional<Row>> difference(Map<BanId, Ban> bans, Set<BanId> rewritten, String writer) {
        Map<BanId, Row> rows = known.rows();
        Set<BanId> ids = new HashSet<>(rows.keySet());
        ids.addAll(bans.keySet());
        Map<BanId, Optional<Row>> changed = new HashMap<>();
        for (BanId id : ids) {
            Optional<Ban> before = Optional.ofNullable(rows.get(id)).map(Row::ban);
            Optional<Ban> after = Optional.ofNullable(bans.get(id));
            if (!after.equals(before) || rewritten.contains(id)) {
                changed.put(id, after.map(ban -> new Row(writer, ban)));
            }
        }
        return changed;
    }

    private boolean write(Snapshot before, String next, Map<BanId, Optional<Row>> changed)
            throws RedisUnavailableException {
        Snapshot after = before.with(next, changed);
        Instant now = clock.instant();
        Duration needed = after.rows().values().stream()
                .map(row -> Duration.between(now, row.ban().until()))
                .filter(rest -> !rest.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(KEPT_AFTER_END);
        boolean written = table.write(before, next, changed, needed);
        if (written) {
            known = after;
        }
        return written;
    }

    /** After a failure everything is read, because a replica with other data may be the master now. */
    private void read() throws RedisUnavailableException {
        Snapshot base = stale ? Snapshot.EMPTY : known;
        stale = true;
        Snapshot found = table.read(base);
        Map<BanId, Ban> needed = BanChanges.needed(known.index(), clock.instant());
        if (found.state().isEmpty() && !needed.isEmpty()) {
            restore(needed);
        } else {
            known = found;
            stale = false;
        }
        loaded = true;
    }

    /** Redis lost its data: it was restarted or emptied. */
    private void restore(Map<BanId, Ban> needed) throws RedisUnavailableException {
        String writer = UUID.randomUUID().toString();
        Map<BanId, Optional<Row>> rows = new HashMap<>();
        needed.forEach((id, ban) -> rows.put(id, Optional.of(new Row(writer, ban))));
        if (write(Snapshot.EMPTY, Snapshot.EMPTY.nextState(writer), rows)) {
            log.warn("shared.redis: Redis lost the bans; stored the " + rows.size() + " known ones again");
            stale = false;
        }
    }

    /** Undoes a write that had no answer, or prevents that it takes effect later. */
    private void settle() throws RedisUnavailableException {
        for (int i = 0; doubt != null && i < MAX_ATTEMPTS; i++) {
            read();
            Map<BanId, Optional<Row>> undo = undo(doubt);
            boolean mayFollow = known.state().equals(doubt.before().state());
            if (!undo.isEmpty() || mayFollow) {
                String next = known.nextState(UUID.randomUUID().toString());
                stale = true;
                if (!write(known, next, undo)) {
                    continue;
                }
                stale = false;
            }
            doubt = null;
        }
    }

    private Map<BanId, Optional<Row>> undo(Doubt write) {
        Map<BanId, Optional<Row>> undo = new HashMap<>();
        write.changed().forEach((id, row) -> {
            Optional<Row> current = Optional.ofNullable(known.rows().get(id));
            boolean done = row.isPresent()
                    ? current.filter(found -> found.writer().equals(write.writer()))
                            .isPresent()
                    : current.isEmpty() && known.state().equals(write.next());
            if (done) {
                undo.put(id, Optional.ofNullable(write.before().rows().get(id)));
            }
        });
        return undo;
    }
}
