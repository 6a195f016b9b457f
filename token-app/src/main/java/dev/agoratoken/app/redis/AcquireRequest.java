package dev.agoratoken.app.redis;

import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a command takes from one bucket: the arguments of acquire.lua.
 *
 * @param most the level that the bucket has at most, in shares; -1 if Redis knows best
 * @param waiting how many requests wait
 * @param returned how many requests of the last block come back
 * @param block how many requests a new block would have; 0 for none
 * @param sent when the command is sent, in microseconds: before Redis takes the time
 */
record AcquireRequest(RateLimit limit, long most, int waiting, int returned, int block, long sent) {
    List<String> arguments() {
        return List.of(
                Integer.toString(limit.requests()),
                Long.toString(TimeUnit.NANOSECONDS.toMicros(limit.period().toNanos())),
                Integer.toString(limit.burst()),
                Long.toString(most),
                Integer.toString(waiting),
                Integer.toString(returned),
                Integer.toString(block));
    }
}
