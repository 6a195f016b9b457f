package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three instances with a caller so busy that they take its requests from Redis in blocks. */
@ExtendWith(RedisIsThere.class)
class RedisBlockTest {
    /** A block has 10 requests. */
    private static final RateLimit LARGE = RateLimit.parse("1/h").withBurst(1280);

    private static final Caller WEB =
            new Caller("web", CallerKind.API_KEY, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);
    private static final int THREADS = 6;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(1);

    @TempDir
    private static Path folder;

    private static RedisServer server;

    private final AtomicLong micros = new AtomicLong();
    private final List<RedisConnection> connections =
            Stream.generate(server::patientConnection).limit(3).toList();
    private final List<RedisRateLimiter> instances = connections.stream()
            .map(connection -> new RedisRateLimiter(connection, micros::get))
            .toList();

    @BeforeAll
    static void startServer() {
        server = RedisServer.start(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() {
        server.run(commands -> commands.flushall());
        connections.forEach(RedisServer::connected);
    }

    @AfterEach
    void disconnect() {
        connections.forEach(RedisConnection::close);
    }

    /** Takes requests, each of which leaves one less. */
    private static void take(RateLimiter rates, RateLimit limit, int first, int last) {
        for (int left = first; left >= last; left--) {
            assertThat(rates.acquire(WEB, limit).remaining()).isEqualTo(left);
        }
    }

    private long commandsFor(Runnable requests) {
        long before = connections.get(0).answeredCommands();
        requests.run();
        return connections.get(0).answeredCommands() - before;
    }

    @Test
    void needsOneCommandForABlockUntilTheBucketIsHalfEmpty() {
        RateLimiter rates = instances.get(0);

        assertThat(commandsFor(() -> take(rates, LARGE, 1279, 640))).isLessThan(640 / 10 + 10);
        assertThat(commandsFor(() -> take(rates, LARGE, 639, 0))).isBetween(640L - 10, 640L);

        for (RateLimiter each : instances) {
            assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> each.acquire(WEB, LARGE));
        }
    }

    /** Another instance does not see the block, until it ends and the next request returns what is left. */
    @Test
    void returnsWhatIsLeftOfABlock() {
        RateLimiter first = instances.get(0);
        RateLimiter second = instances.get(1);
        take(first, LARGE, 1279, 1275);
        take(second, LARGE, 1267, 1267);

        micros.addAndGet(RequestBlock.MAX_AGE);
        take(first, LARGE, 1273, 1273);
        take(second, LARGE, 1272, 1272);
    }

    @Test
    void needsNoRedisForABlockUntilItEnds() {
        try (RedisServer lost = RedisServer.start(folder);
                RedisConnection connection = RedisServer.connected(lost.patientConnection())) {
            RateLimiter rates = new RedisRateLimiter(connection, micros::get);
            take(rates, LARGE, 1279, 1278);
            lost.kill();
            RedisServer.await("it is noticed", () -> !connection.isAvailable());

            take(rates, LARGE, 1277, 1271);
            micros.addAndGet(RequestBlock.MAX_AGE);
            assertThatExceptionOfType(SharedStateUnavailableException.class)
                    .isThrownBy(() -> rates.acquire(WEB, LARGE));
        }
    }

    /** The numbers are the largest that there are. A refill shows in none: the burst is full or the rate is slow. */
    @ParameterizedTest
    @ValueSource(strings = {"1/h", "1/m", "1/s"})
    void countsTheLargestBurstExactly(String rate) {
        RateLimit largest = RateLimit.parse(rate).withBurst(1_000_000);
        RateLimiter rates = instances.get(0);
        int requests = 3 * 1_000_000 / RequestBlock.BLOCKS_PER_BURST;
        long before = connections.get(0).answeredCommands();
        long start = System.nanoTime();

        int last = 0;
        for (int i = 0; i < requests; i++) {
            last = rates.acquire(WEB, largest).remaining();
        }
        micros.addAndGet(RequestBlock.MAX_AGE);
        rates.acquire(WEB, largest);
        int left = instances.get(1).acquire(WEB, largest).remaining();

        int refilled = (int) ((System.nanoTime() - start) / largest.period().toNanos());
        assertThat(last).isBetween(1_000_000 - requests, 1_000_000 - requests + refilled);
        assertThat(left).isBetween(1_000_000 - requests - 2, 1_000_000 - requests - 2 + refilled);
        assertThat(connections.get(0).answeredCommands() - before).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000/s", "1000000/m", "1000000/h"})
    void reportsNoMoreThanTheLargestBurst(String rate) {
        RateLimit largest = RateLimit.parse(rate);

        for (int i = 0; i < 20_000; i++) {
            assertThat(instances.get(i % 2).acquire(WEB, largest).remaining()).isBetween(900_000, 999_999);
        }
    }

    /** Each may have a block at the start, when the bucket is full. */
    @Test
    void threeInstancesGrantOneRate() throws Exception {
        RateLimit limit = RateLimit.parse("500/s").withBurst(1280);
        long start = System.nanoTime();
        long end = start + PERIOD.toNanos();
        List<RedisRateLimiter> limiters =
                connections.stream().map(RedisRateLimiter::new).toList();
        List<FutureTask<Integer>> loads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RateLimiter rates = limiters.get(i % limiters.size());
            loads.add(new FutureTask<>(() -> grantedUntil(end, rates, limit)));
        }
        loads.forEach(load -> new Thread(load).start());
        int granted = 0;
        for (FutureTask<Integer> load : loads) {
            granted += load.get();
        }

        // On a busy machine, the last requests may end later.
        Duration longest = Duration.ofNanos(System.nanoTime() - start);
        assertThat((double) granted).isBetween(0.97 * most(limit, PERIOD), 1.03 * most(limit, longest));
    }

    private static double most(RateLimit limit, Duration time) {
        return limit.burst() + limit.requests() * (time.toNanos() / 1e9);
    }

    private static int grantedUntil(long end, RateLimiter rates, RateLimit limit) {
        int granted = 0;
        while (System.nanoTime() < end) {
            try {
                rates.acquire(WEB, limit);
                granted++;
            } catch (RateExceededException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return granted;
    }
}
