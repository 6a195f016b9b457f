package dev.agoratoken.app.serve;

import dev.agoratoken.app.callers.InMemoryRateLimiter;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.redis.RedisBans;
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
 * @param bans as redis
 */
record SharedState(RateLimiter rates, Optional<RedisConnection> redis, Optional<RedisBans> bans)
        implements AutoCloseable {
    /** The state of this instance alone. */
    static SharedState local() {
        return new SharedState(new InMemoryRateLimiter(InstantSource.system()), Optional.empty(), Optional.empty());
    }

    /** The state in Redis, if that is configured. */
    static SharedState of(Optional<RedisSettings> settings, EventLog log) {
        return settings.map(redis -> in(new RedisConnection(redis, log), log)).orElseGet(SharedState::local);
    }

    private static SharedState in(RedisConnection connection, EventLog log) {
        RedisBans bans = new RedisBans(connection, InstantSource.system(), log);
        return new SharedState(new RedisRateLimiter(connection), Optional.of(connection), Optional.of(bans));
    }

    Optional<SharedStateStats> stats() {
        return redis.map(connection -> connection);
    }

    void start() {
        redis.ifPresent(RedisConnection::start);
        bans.ifPresent(RedisBans::start);
    }

    @Override
    public void close() {
        bans.ifPresent(RedisBans::close);
        redis.ifPresent(RedisConnection::close);
    }
}
