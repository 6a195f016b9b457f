package dev.agoratoken.app.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;

/**
 * What acquire.lua replied for one bucket.
 *
 * @param taken how many of the waiting requests may go on
 * @param level what the bucket holds after that and after the block, in shares
 * @param block how many requests more this instance may grant
 */
record AcquireReply(int taken, long level, int block) {
    private static final int NUMBERS = 3;

    /**
     * Reads the reply for one of several buckets. Not everything that accepts the commands is a Redis that runs the script.
     *
     * @param index which bucket, from 0
     * @param buckets the number of buckets
     * @param full the level of that bucket when it is full
     * @throws RedisCommandExecutionException if the script cannot have replied this
     */
    static AcquireReply of(List<?> reply, int index, int buckets, AcquireRequest request, long full) {
        int first = NUMBERS * index;
        if (reply != null
                && reply.size() == NUMBERS * buckets
                && reply.get(first) instanceof Long taken
                && reply.get(first + 1) instanceof Long level
                && reply.get(first + 2) instanceof Long block
                && isWithin(taken, request.waiting())
                && isWithin(level, full)
                && isWithin(block, request.block())) {
            return new AcquireReply(taken.intValue(), level, block.intValue());
        }
        throw new RedisCommandExecutionException("unexpected reply to a script");
    }

    private static boolean isWithin(long number, long most) {
        return number >= 0 && number <= most;
    }
}
