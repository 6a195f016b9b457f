package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.log.LogLevel;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Redis is slow, gone, back, full, read-only, or asks for another password. */
@ExtendWith(RedisIsThere.class)
class RedisOutageTest {
    private static final RateLimit THREE_AN_HOUR = RateLimit.parse("3/h");
    private static final RateLimit MANY = RateLimit.parse("1000/h");
    private static final Caller WEB =
            new Caller("web", CallerKind.API_KEY, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);
    /** A late reply costs 75 ms; a busy machine adds to that. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<RedisConnection> connections = new ArrayList<>();
    private RedisServer server;

    @BeforeEach
    void startServer() {
        server = RedisServer.start(folder);
    }

    @AfterEach
    void stop() {
        connections.forEach(RedisConnection::close);
        server.close();
    }

    private RedisConnection connect(boolean required) {
        return connect(server.address(), Optional.empty(), required);
    }

    private RedisConnection connect(String address, Optional<PasswordFile> password, boolean required) {
        return RedisServer.connected(connection(address, password, required));
    }

    private RedisConnection connection(String address, Optional<PasswordFile> password, boolean required) {
        EventLog log = (LogLevel level, String line) -> lines.add(level + " " + line);
        RedisConnection connection =
                new RedisConnection(new RedisSettings(RedisAddress.parse(address), password, required), log);
        connections.add(connection);
        return connection;
    }

    private static void awaitAvailable(RedisConnection connection, boolean available) {
        RedisServer.await("available: " + available, () -> connection.isAvailable() == available);
    }

    private static Quota acquire(RateLimiter rates, RateLimit limit) {
        long start = System.nanoTime();
        try {
            return rates.acquire(WEB, limit);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }

    /** A server waits for it before it opens its port. */
    @Test
    void startConnectsBeforeItReturns() {
        RedisConnection connection = connection(server.address(), Optional.empty(), false);

        assertThat(connection.isAvailable()).isFalse();
        connection.start();

        assertThat(lines).isNotEmpty();
    }

    @Test
    void aStoppedRedisDelaysNoRequestAndIsUsedAgain() {
        RedisConnection connection = connect(false);
        RateLimiter rates = new RedisRateLimiter(connection);
        lines.clear();
        server.signal("STOP");

        for (int i = 0; i < 20; i++) {
            acquire(rates, MANY);
        }
        assertThat(connection.isAvailable()).isFalse();
        server.signal("CONT");
        awaitAvailable(connection, true);
        acquire(rates, MANY);

        assertThat(connection.connections()).isEqualTo(1);
        assertThat(lines)
                .hasSize(2)
                .satisfies(log -> assertThat(log.get(0)).startsWith("warn ").contains("no reply in time"))
                .satisfies(log -> assertThat(log.get(1)).startsWith("info ").endsWith("is available again"));
    }

    @Test
    void aRequiredRedisRejectsRequestsWhileItIsGone() {
        RedisConnection connection = connect(true);
        RateLimiter rates = new RedisRateLimiter(connection);
        server.kill();
        awaitAvailable(connection, false);

        assertThatExceptionOfType(SharedStateUnavailableException.class).isThrownBy(() -> acquire(rates, MANY));
        server.start();
        awaitAvailable(connection, true);

        assertThat(rates.acquire(WEB, MANY).remaining()).isPositive();
    }

    @Test
    void aRedisThatStartsLaterIsUsedFromThenOn() {
        server.kill();
        RedisConnection connection = connection(server.address(), Optional.empty(), false);
        connection.start();
        RateLimiter rates = new RedisRateLimiter(connection);

        assertThat(acquire(rates, THREE_AN_HOUR).remaining()).isEqualTo(2);
        server.start();
        awaitAvailable(connection, true);

        assertThat(rates.acquire(WEB, THREE_AN_HOUR).remaining()).isEqualTo(1);
        assertThat(lines.get(0)).contains("unavailable: connection refused").contains("each instance limits");
    }

    /** What was granted before and during the outage counts after it, even if Redis has lost everything. */
    @Test
    void whatWasGrantedIsNotForgotten() {
        RedisConnection connection = connect(false);
        RateLimiter rates = new RedisRateLimiter(connection);
        rates.acquire(WEB, THREE_AN_HOUR);
        server.kill();
        awaitAvailable(connection, false);

        assertThat(acquire(rates, THREE_AN_HOUR).remaining()).isEqualTo(1);
        server.start();
        awaitAvailable(connection, true);
        rates.acquire(WEB, THREE_AN_HOUR);

        assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> rates.acquire(WEB, THREE_AN_HOUR));
        RedisConnection other = connect(false);
        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> new RedisRateLimiter(other).acquire(WEB, THREE_AN_HOUR));
    }

    @Test
    void aFullRedisIsUnavailable() {
        RedisConnection connection = connect(false);
        RateLimiter rates = new RedisRateLimiter(connection);
        lines.clear();
        server.run(commands -> commands.configSet("maxmemory", "1"));

        acquire(rates, MANY);
        awaitAvailable(connection, false);
        server.run(commands -> commands.configSet("maxmemory", "0"));
        awaitAvailable(connection, true);

        assertThat(lines.get(0)).contains("OOM command not allowed").doesNotContain("script");
    }

    @Test
    void aMasterThatBecomesAReplicaIsUnavailable() {
        RedisConnection connection = connect(false);
        RateLimiter rates = new RedisRateLimiter(connection);
        server.run(commands -> commands.replicaof("127.0.0.1", RedisServer.freePort()));

        acquire(rates, MANY);
        awaitAvailable(connection, false);
        server.run(commands -> commands.replicaofNoOne());

        awaitAvailable(connection, true);
    }

    /** The file is read again. */
    @Test
    void aChangedPasswordIsUsedOnceTheFileHasIt() throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, "first\n");
        server.changePassword("first");
        RedisConnection connection = connect(server.address(), Optional.of(new PasswordFile(file)), false);

        server.changePassword("second");
        RedisServer.await("it was reported", () -> lines.stream().anyMatch(line -> line.contains("WRONGPASS")));
        Files.writeString(file, "second\n");
        awaitAvailable(connection, true);

        assertThat(lines).noneMatch(line -> line.contains("first") || line.contains("second"));
    }

    @Test
    void aPasswordInTheAddressIsUsedAndNotShown() {
        server.changePassword("mellon");

        connect("redis://:mellon@127.0.0.1:" + server.port(), Optional.empty(), false);

        assertThat(lines).noneMatch(line -> line.contains("mellon"));
    }

    @Test
    void databaseAndPrefixAreUsed() {
        RedisConnection connection = connect(server.address() + "/3?prefix=school:", Optional.empty(), false);
        new RedisRateLimiter(connection).acquire(WEB, MANY);

        assertThat(server.<List<String>>run(commands -> {
                    commands.select(3);
                    return commands.keys("school:rate:*");
                }))
                .hasSize(1);
    }
}
