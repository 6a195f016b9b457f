package dev.agoratoken.issuing.policy.ban;

import java.util.function.UnaryOperator;

/**
 * Port: the bans, shared by all instances of a server. Those that are not needed any more ({@link Ban#isNeededAt}) are
 * removed sooner or later. Implementations are thread-safe.
 */
public interface BanStore {
    /**
     * The bans, including those that ended and are still needed. From memory, without I/O, because every request for a
     * token calls it. A ban that another instance stored appears within one second.
     */
    BanIndex current();

    /** Whether bans can be made and lifted, as far as that is known. Health checks call it. */
    boolean isWritable();

    /**
     * Stores a ban, and returns when it is durable.
     *
     * @return the stored ban: the given one, or an equal one that had the id before
     * @throws BanConflictException if a ban with that id holds for another target or time, or ended and is still needed
     * @throws BanStoreUnavailableException if it cannot be stored
     */
    Ban add(Ban ban);

    /**
     * Changes a ban, and returns when the change is durable. Does nothing if the ban is gone.
     *
     * @param change may be called several times
     * @throws BanStoreUnavailableException if it cannot be stored
     */
    void update(BanId id, UnaryOperator<Ban> change);

    /**
     * Removes a ban, and returns when that is durable.
     *
     * @return false if it was gone
     * @throws BanStoreUnavailableException if it cannot be stored
     */
    boolean remove(BanId id);
}
