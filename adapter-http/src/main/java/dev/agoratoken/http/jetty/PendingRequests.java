package dev.agoratoken.http.jetty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Requests that wait for the rest of their body, for their turn, or for a client that reads their response. They have a
 * time limit, and together a limit in bytes: beyond it the oldest are given up. Thread-safe.
 */
public final class PendingRequests {
    /** What a request occupies beside its body or response: a head of at most 8 KiB, and the objects of Jetty. */
    static final int REQUEST_BYTES = 12 * 1024;

    private static final int SHARE_OF_HEAP = 8;

    private final long maxBytes;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private long bytes;

    PendingRequests(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** One that takes at most an eighth of the heap (docs/adr/0064-memory-that-waits-for-clients-is-bounded.md). */
    public static PendingRequests withinHeap() {
        return new PendingRequests(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Adds a request that waits now.
     *
     * @param contentBytes the most that its body or response occupies
     * @param giveUp ends the request; called once at most, by a thread that holds no lock of this object
     */
    Entry add(int contentBytes, Duration limit, Runnable giveUp) {
        Entry added = new Entry(REQUEST_BYTES + contentBytes, System.nanoTime() + limit.toNanos(), giveUp);
        List<Entry> givenUp = new ArrayList<>(0);
        synchronized (this) {
            entries.add(added);
            bytes += added.size;
            while (bytes > maxBytes && entries.size() > 1) {
                Entry oldest = entries.iterator().next();
                remove(oldest);
                givenUp.add(oldest);
            }
        }
        givenUp.forEach(entry -> entry.giveUp.run());
        return added;
    }

    /** Gives up those whose time is over. */
    void expire() {
        long now = System.nanoTime();
        List<Entry> late = new ArrayList<>();
        synchronized (this) {
            for (Entry entry : entries) {
                if (now - entry.deadline >= 0) {
                    late.add(entry);
                }
            }
            late.forEach(this::remove);
        }
        late.forEach(entry -> entry.giveUp.run());
    }

    /** How many there are. */
    public synchronized int count() {
        return entries.size();
    }

    private synchronized void remove(Entry entry) {
        if (entries.remove(entry)) {
            bytes -= entry.size;
        }
    }

    /** A request that waits. */
    final class Entry {
        private final long size;
        private final long deadline;
        private final Runnable giveUp;

        private Entry(long size, long deadline, Runnable giveUp) {
            this.size = size;
            this.deadline = deadline;
            this.giveUp = giveUp;
        }

        /** It waits no longer. */
        void end() {
            remove(this);
        }
    }
}
