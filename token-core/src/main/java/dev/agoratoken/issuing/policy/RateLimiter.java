package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;

/** Port: who has asked how often. Behind it may be this process or something that several of them share. Thread-safe. */
public interface RateLimiter {
    /**
     * Counts one request of that caller.
     *
     * @return what is left
     * @throws RateExceededException if nothing was
     */
    Quota acquire(Caller caller, RateLimit limit);
}
