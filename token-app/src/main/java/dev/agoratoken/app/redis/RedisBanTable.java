package dev.agoratoken.app.redis;

import dev.agoratoken.app.bans.StoredBan;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.token.InvalidValueException;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The bans in Redis: a hash of bans, the ids that changed last, and a state that differs after each write. A write names
 * the state that it expects, so it has no effect after a write of another instance. Thread-safe.
 */
final class RedisBanTable {
    /** A command may transfer many bans, and callers who ban can wait longer than those who want tokens. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final RedisScript READ = RedisScript.read("read-bans.lua");
    private static final RedisScript WRITE = RedisScript.read("write-bans.lua");
    /** An instance that missed more changes reads everything. */
    private static final String KEPT_CHANGES = "1000";

    private final RedisConnection redis;
    private final EventLog log;
    private final String[] keys;

    RedisBanTable(RedisConnection redis, EventLog log) {
        this.redis = redis;
        this.log = log;
        // A cluster keeps keys with the same text in braces on one node.
        String start = redis.prefix() + "{bans}:";
        this.keys = new String[] {start + "state", start + "all", start + "changes"};
    }

    /**
     * A stored ban.
     *
     * @param writer the name of the write that stored it
     */
    record Row(String writer, Ban ban) {
        private static Row read(String text) {
            int space = text.indexOf(' ');
            return new Row(text.substring(0, Math.max(space, 0)), StoredBan.read(text.substring(space + 1)));
        }

        private String text() {
            return writer + " " + StoredBan.write(ban);
        }
    }

    /**
     * All bans at one time.
     *
     * @param state "epoch version writer"; empty if Redis has no bans, and never had or lost them
     */
    record Snapshot(String state, Map<BanId, Row> rows, BanIndex index) {
        static final Snapshot EMPTY = new Snapshot("", Map.of(), BanIndex.EMPTY);

        private static Snapshot of(String state, Map<BanId, Row> rows) {
            return new Snapshot(
                    state,
                    rows,
                    BanIndex.of(rows.values().stream().map(Row::ban).toList()));
        }

        /** The state after a write of that name. */
        String nextState(String writer) {
            return (state.isEmpty() ? UUID.randomUUID() + " 1" : epoch() + " " + (version() + 1)) + " " + writer;
        }

        /** The same with changed rows; absent ones are removed. */
        Snapshot with(String next, Map<BanId, Optional<Row>> changed) {
            Map<BanId, Row> after = new HashMap<>(rows);
            changed.forEach((id, row) -> row.ifPresentOrElse(found -> after.put(id, found), () -> after.remove(id)));
            return of(next, after);
        }

        private String epoch() {
            return state.isEmpty() ? "" : state.split(" ", -1)[0];
        }

        private long version() {
            return state.isEmpty() ? -1 : Long.parseLong(state.split(" ", -1)[1]);
        }
    }

    /**
     * Reads the bans.
     *
     * @param known what was read before; only changes since then are transferred
     * @return the same object if there are none
     */
    Snapshot read(Snapshot known) throws RedisUnavailableException {
        String[] arguments = {known.state(), known.epoch(), Long.toString(known.version()), KEPT_CHANGES};
        List<String> reply =
                redis.call(TIMEOUT, commands -> READ.run(commands, ScriptOutputType.MULTI, keys, arguments));
        String state = reply.get(0);
        if (state.equals(known.state())) {
            return known;
        }
        if (state.isEmpty()) {
            return Snapshot.EMPTY;
        }
        Snapshot base = reply.get(1).equals("all") ? Snapshot.EMPTY : known;
        Map<BanId, Optional<Row>> changed = new HashMap<>();
        for (int i = 2; i < reply.size(); i += 2) {
            parse(reply.get(i), reply.get(i + 1), changed);
        }
        return base.with(state, changed);
    }

    private void parse(String id, String text, Map<BanId, Optional<Row>> changed) {
        try {
            changed.put(BanId.of(id), text.isEmpty() ? Optional.empty() : Optional.of(Row.read(text)));
        } catch (IllegalArgumentException | InvalidValueException e) {
            log.error(
                    "shared.redis: a ban in " + keys[1] + " cannot be read and does not hold; remove the entry " + id);
        }
    }

    /**
     * Changes rows; absent ones are removed.
     *
     * @param next from {@link Snapshot#nextState}
     * @param needed how long all of the bans can be of use
     * @return false if another instance wrote after the snapshot was read; then nothing is changed
     * @throws RedisUnavailableException if the rows may be changed, now or later
     */
    boolean write(Snapshot before, String next, Map<BanId, Optional<Row>> changed, Duration needed)
            throws RedisUnavailableException {
        List<String> arguments = new ArrayList<>(
                List.of(before.state(), next, next.split(" ", -1)[1], Long.toString(needed.toMillis()), KEPT_CHANGES));
        changed.forEach((id, row) -> {
            arguments.add(id.value());
            arguments.add(row.map(Row::text).orElse(""));
        });
        Long written = redis.call(
                TIMEOUT,
                commands -> WRITE.run(commands, ScriptOutputType.INTEGER, keys, arguments.toArray(String[]::new)));
        return written == 1;
    }
}
