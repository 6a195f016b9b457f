package dev.agoratoken.app.redis;

import dev.agoratoken.app.callers.RateLimiterContract;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An instance whose Redis was never there limits for itself. */
class LocalViewTest extends RateLimiterContract {
    private final RateLimiter rates = new RedisRateLimiter(new RedisConnection(
            new RedisSettings(RedisAddress.parse("redis://127.0.0.1:1"), Optional.empty(), false), EventLog.NONE));

    @Override
    protected List<RateLimiter> instances() {
        return List.of(rates);
    }

    @Override
    protected void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        RedisServer.await("the time has passed", () -> System.nanoTime() >= end);
    }
}
