package dev.agoratoken.app.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.List;

/**
 * What acquire.lua replied.
 *
 * @param taken 1 if the request may go on, else 0
 * @param level what the bucket holds after that, in shares
 */
record AcquireReply(long taken, long level) {
    /**
     * Reads the reply to one of several requests. Not everything that accepts the commands is a Redis that runs the script.
     *
     * @param index which request, from 0
     * @param requests the number of requests
     * @throws RedisCommandExecutionException if the script cannot have replied this
     */
    static AcquireReply of(List<?> reply, int index, int requests, BucketView view) {
        if (reply != null
                && reply.size() == 2 * requests
                && reply.get(2 * index) instanceof Long taken
                && reply.get(2 * index + 1) instanceof Long level
                && isWithin(taken, 1)
                && isWithin(level, view.full())) {
            return new AcquireReply(taken, level);
        }
        throw new RedisCommandExecutionException("unexpected reply to a script");
    }

    private static boolean isWithin(long number, long most) {
        return number >= 0 && number <= most;
    }
}
