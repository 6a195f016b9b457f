package dev.agoratoken.app.serve;

import dev.agoratoken.app.callers.InMemoryRateLimiter;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.redis.RedisConnection;
import dev.agoratoken.app.redis.RedisRateLimiter;
import dev.agoratoken.app.redis.RedisSettings;
import dev.agoratoken.http.settings.SharedStateStats;
import dev.agoratoken.issuing.policy.RateLimiter;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The state that all instances share.
 *
 * @param redis empty if this instance keeps its own state
 */
record SharedState(RateLimiter rates, Optional<RedisConnection> redis) implements AutoCloseable {
    /** The state of this instance alone. */
    static SharedState local() {
        return new SharedState(new InMemoryRateLimiter(InstantSource.system()), Optional.empty());
    }

    /** The state in Redis, if that is configured. */
    static SharedState of(Optional<RedisSettings> settings, EventLog log) {
        return settings.map(redis -> in(new RedisConnection(redis, log))).orElseGet(SharedState::local);
    }

    private static SharedState in(RedisConnection connection) {
        return new SharedState(new RedisRateLimiter(connection), Optional.of(connection));
    }

    Optional<SharedStateStats> stats() {
        return redis.map(connection -> connection);
    }

    void start() {
        redis.ifPresent(RedisConnection::start);
    }

    @Override
    public void close() {
        redis.ifPresent(RedisConnection::close);
    }
}
