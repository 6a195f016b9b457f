package dev.agoratoken.http.jetty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Requests that wait for the rest of their body, in the queue, or for the client to read the response. Each has a timeout,
 * and all together have a limit in bytes, above which the oldest are aborted. Thread-safe.
 */
public final class PendingRequests {
    /** Memory of a request without its body or response: headers of at most 8 KiB, and Jetty's objects. */
    static final int REQUEST_BYTES = 12 * 1024;

    private static final int SHARE_OF_HEAP = 8;

    private final long maxBytes;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private long bytes;

    PendingRequests(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Limits the requests to an eighth of the heap (docs/adr/0064-memory-that-waits-for-clients-is-bounded.md). */
    public static PendingRequests withinHeap() {
        return new PendingRequests(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Adds a waiting request.
     *
     * @param contentBytes the maximum size of its body or response
     * @param abort ends the request; called at most once, by a thread that holds no lock of this object
     */
    Entry add(int contentBytes, Duration limit, Runnable abort) {
        Entry added = new Entry(REQUEST_BYTES + contentBytes, System.nanoTime() + limit.toNanos(), abort);
        List<Entry> aborted = new ArrayList<>(0);
        synchronized (this) {
            entries.add(added);
            bytes += added.size;
            while (bytes > maxBytes && entries.size() > 1) {
                Entry oldest = entries.iterator().next();
                remove(oldest);
                aborted.add(oldest);
            }
        }
        aborted.forEach(entry -> entry.abort.run());
        return added;
    }

    /** Aborts the requests that timed out. */
    void expire() {
        long now = System.nanoTime();
        List<Entry> expired = new ArrayList<>();
        synchronized (this) {
            for (Entry entry : entries) {
                if (now - entry.deadline >= 0) {
                    expired.add(entry);
                }
            }
            expired.forEach(this::remove);
        }
        expired.forEach(entry -> entry.abort.run());
    }

    /** The number of waiting requests. */
    public synchronized int count() {
        return entries.size();
    }

    private synchronized void remove(Entry entry) {
        if (entries.remove(entry)) {
            bytes -= entry.size;
        }
    }

    /** A waiting request. */
    final class Entry {
        private final long size;
        private final long deadline;
        private final Runnable abort;

        private Entry(long size, long deadline, Runnable abort) {
            this.size = size;
            this.deadline = deadline;
            this.abort = abort;
        }

        /** Removes the request. */
        void end() {
            remove(this);
        }
    }
}
