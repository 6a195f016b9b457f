package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;

/**
 * Port: counts requests. An implementation counts in this process or in a store that several processes share.
 * Thread-safe.
 */
public interface RateLimiter {
    /**
     * Counts one request of a caller.
     *
     * @return the remaining quota
     * @throws RateExceededException if the quota is used up
     */
    Quota acquire(Caller caller, RateLimit limit);
}
