package dev.agoratoken.app.agora;

import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval.Status;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanIndex;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Bans in memory, whose changes a test can wait for. It survives the remover, as a file survives the server. */
final class StoredBans implements BanStore {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Map<BanId, Ban> bans = new LinkedHashMap<>();
    private boolean broken;

    /** A broken store shows its bans, and changes nothing. */
    synchronized void setBroken(boolean now) {
        broken = now;
        notifyAll();
    }

    @Override
    public synchronized BanIndex current() {
        return BanIndex.of(bans.values());
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public synchronized Ban add(Ban ban) {
        bans.put(ban.id(), ban);
        notifyAll();
        return ban;
    }

    @Override
    public synchronized void update(BanId id, UnaryOperator<Ban> change) {
        rejectIfBroken();
        bans.computeIfPresent(id, (same, ban) -> change.apply(ban));
        notifyAll();
    }

    @Override
    public synchronized boolean remove(BanId id) {
        rejectIfBroken();
        boolean removed = bans.remove(id) != null;
        notifyAll();
        return removed;
    }

    private void rejectIfBroken() {
        if (broken) {
            throw new BanStoreUnavailableException("disk full", new IOException("disk full"));
        }
    }

    /** Waits until the rule of the ban has that state, and returns it. */
    AgoraRemoval await(Ban ban, Status status) {
        return await(ban, removal -> removal.status() == status);
    }

    AgoraRemoval await(Ban ban, Predicate<AgoraRemoval> condition) {
        return awaitBan(ban, found -> found.map(Ban::removal).filter(condition).isPresent())
                .orElseThrow()
                .removal();
    }

    void awaitGone(Ban ban) {
        awaitBan(ban, Optional::isEmpty);
    }

    private synchronized Optional<Ban> awaitBan(Ban ban, Predicate<Optional<Ban>> condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        try {
            while (!condition.test(Optional.ofNullable(bans.get(ban.id())))) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("the ban did not change in time: " + bans.get(ban.id()));
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return Optional.ofNullable(bans.get(ban.id()));
    }
}
