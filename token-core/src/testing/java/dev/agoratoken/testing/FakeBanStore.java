package dev.agoratoken.testing;

import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanConflictException;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bans in a map, which can be unavailable. */
public final class FakeBanStore implements BanStore {
    private final Map<BanId, Ban> bans = new LinkedHashMap<>();
    private final InstantSource clock;
    private boolean failing;

    public FakeBanStore(InstantSource clock) {
        this.clock = clock;
    }

    /** Makes changes fail from now on, or succeed again. */
    public synchronized void setFailing(boolean unavailable) {
        failing = unavailable;
    }

    @Override
    public synchronized BanIndex current() {
        return BanIndex.of(bans.values());
    }

    @Override
    public synchronized boolean isWritable() {
        return !failing;
    }

    @Override
    public synchronized Ban add(Ban ban) {
        requireAvailable();
        Instant now = clock.instant();
        Ban before = bans.get(ban.id());
        if (before == null || !before.isNeededAt(now)) {
            bans.put(ban.id(), ban);
            return ban;
        }
        if (before.holdsAt(now) && ban.isRepeatOf(before)) {
            return before;
        }
        throw new BanConflictException(ban.id());
    }

    @Override
    public synchronized void update(BanId id, UnaryOperator<Ban> change) {
        requireAvailable();
        bans.computeIfPresent(id, (key, ban) -> change.apply(ban));
    }

    @Override
    public synchronized boolean remove(BanId id) {
        requireAvailable();
        return bans.remove(id) != null;
    }

    private void requireAvailable() {
        if (failing) {
            throw new BanStoreUnavailableException("the disk is full", null);
        }
    }
}
