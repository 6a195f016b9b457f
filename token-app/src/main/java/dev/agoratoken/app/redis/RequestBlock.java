package dev.agoratoken.app.redis;

/**
 * Requests of one bucket that this instance took from Redis before they come, and grants without a command. The next command
 * returns what is left. Times are in microseconds. Not thread-safe: the view of the bucket guards it.
 */
final class RequestBlock {
    /** A block is a burst divided by this, rounded down: so a small burst has none. */
    static final int BLOCKS_PER_BURST = 128;
    /** Short, because meanwhile no other instance sees what is left, and this one does not see what others take. */
    static final long MAX_AGE = 250_000;

    private final int size;
    private int left;
    private long until;
    private long lastRequest;
    private boolean requested;

    RequestBlock(int burst, long now) {
        this.size = burst / BLOCKS_PER_BURST;
        this.lastRequest = now - MAX_AGE;
    }

    /** Takes one request, if there is one. */
    boolean take(long now) {
        if (left == 0 || now >= until) {
            return false;
        }
        left--;
        lastRequest = now;
        return true;
    }

    int left() {
        return left;
    }

    /** Removes what is left. */
    int removeAll() {
        int removed = left;
        left = 0;
        return removed;
    }

    /**
     * Notes a command, and returns the size of the block that it asks for. It is 0 unless the last request is so recent that
     * a block would have granted this one; and while another command asks, because an instance may have one block only.
     */
    int request(long now) {
        boolean recent = now - lastRequest < MAX_AGE;
        lastRequest = now;
        if (!recent || requested || size == 0) {
            return 0;
        }
        requested = true;
        return size;
    }

    /** Notes the reply to a command that asked for a block: the requests in it, or 0. */
    void add(int granted, long sent) {
        requested = false;
        if (granted > 0) {
            left = granted;
            until = sent + MAX_AGE;
        }
    }
}
