package dev.agoratoken.app.bans;

import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What all stores do with their bans. */
public final class BanChanges {
    /** Bounds the memory: 100,000 bans take about 60 MB. */
    private static final int MAX_BANS = 100_000;

    private BanChanges() {}

    /** Returns the bans that are still needed at that time; the caller may change them. */
    public static Map<BanId, Ban> needed(BanIndex index, Instant now) {
        Map<BanId, Ban> needed = new HashMap<>();
        index.bans().stream().filter(ban -> ban.isNeededAt(now)).forEach(ban -> needed.put(ban.id(), ban));
        return needed;
    }

    /**
     * Adds a ban to others.
     *
     * @return the given ban, or an equal one that had the id before
     * @throws BanConflictException if another one has the id
     * @throws BanStoreUnavailableException if there are too many
     */
    public static Ban add(Map<BanId, Ban> bans, Ban ban, Instant now) {
        Ban before = bans.get(ban.id());
        if (before != null && before.holdsAt(now) && ban.isRepeatOf(before)) {
            return before;
        }
        if (before != null) {
            throw new BanConflictException(ban.id());
        }
        if (bans.size() >= MAX_BANS) {
            throw new BanStoreUnavailableException("the limit of " + MAX_BANS + " bans is reached", null);
        }
        bans.put(ban.id(), ban);
        return ban;
    }
}
