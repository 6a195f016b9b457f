package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.callers.RateLimiterContract;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three instances that share a Redis. */
@ExtendWith(RedisIsThere.class)
class RedisRateLimiterTest extends RateLimiterContract {
    private static final int WAITING = 60;

    @TempDir
    private static Path folder;

    private static RedisServer server;

    private final List<RedisConnection> connections =
            Stream.generate(server::patientConnection).limit(3).toList();
    private final List<RateLimiter> instances =
            connections.stream().<RateLimiter>map(RedisRateLimiter::new).toList();
    private final Caller web = caller(CallerKind.API_KEY, "web");

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

    @Override
    protected List<RateLimiter> instances() {
        return instances;
    }

    /** By the clock of Redis, which is a real one. */
    @Override
    protected void pass(Duration time) {
        long end = micros() + time.toNanos() / 1000;
        RedisServer.await("the time has passed", () -> micros() >= end);
    }

    private static long micros() {
        List<String> time = server.run(commands -> commands.time());
        return Long.parseLong(time.get(0)) * 1_000_000 + Long.parseLong(time.get(1));
    }

    @Test
    void needsOneCommandForARequestOfASmallBurst() {
        long before = calls();

        exhaust(instances.get(0), web, RateLimit.parse("127/h"));

        assertThat(calls() - before).isEqualTo(127);
    }

    /** The first request is a command, and while that waits for its reply, the others become the second one. */
    @Test
    void sharesACommandBetweenRequestsThatWait() throws Exception {
        RateLimit many = RateLimit.parse("100/h");
        instances.get(0).acquire(web, many);
        long before = calls();
        server.signal("STOP");

        List<FutureTask<Quota>> requests = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            Caller caller = i % 2 == 0 ? web : caller(CallerKind.API_KEY, "other " + i);
            requests.add(new FutureTask<>(() -> instances.get(0).acquire(caller, many)));
        }
        List<Thread> threads = requests.stream().map(Thread::new).toList();
        threads.forEach(Thread::start);
        RedisServer.await(
                "all wait", () -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        server.signal("CONT");

        Set<Integer> left = new TreeSet<>();
        for (int i = 0; i < WAITING; i++) {
            int remaining = requests.get(i).get().remaining();
            if (i % 2 == 0) {
                left.add(remaining);
            } else {
                assertThat(remaining).isEqualTo(99);
            }
        }
        assertThat(left)
                .containsExactlyElementsOf(
                        IntStream.range(99 - WAITING / 2, 99).boxed().toList());
        assertThat(calls() - before).isEqualTo(2);
        assertThat(connections.get(0).failedCommands()).isZero();
    }

    @Test
    void needsNoCommandForWhatItKnowsToBeEmpty() {
        exhaust(instances.get(0), web, SIX_A_MINUTE);
        long before = calls();

        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(RateExceededException.class)
                    .isThrownBy(() -> instances.get(0).acquire(web, SIX_A_MINUTE));
        }

        assertThat(calls() - before).isZero();
    }

    private static List<String> buckets() {
        return server.run(commands -> commands.keys("agora-token:rate:*"));
    }

    private static long millisLeft(String key) {
        return server.run(commands -> commands.pttl(key));
    }

    private static long calls() {
        Matcher stats = Pattern.compile("cmdstat_evalsha:calls=(\\d+)")
                .matcher(server.run(commands -> commands.info("commandstats")));
        return stats.find() ? Long.parseLong(stats.group(1)) : 0;
    }

    @Test
    void leavesNothingBehind() {
        instances.get(0).acquire(web, RateLimit.parse("2/s"));

        assertThat(buckets())
                .singleElement()
                .satisfies(key -> assertThat(millisLeft(key)).isBetween(1L, 1_500L));
        RedisServer.await("the bucket has expired", () -> buckets().isEmpty());
    }

    @Test
    void showsNoNamesAndAddresses() {
        instances.get(0).acquire(caller(CallerKind.ANONYMOUS, "192.0.2.1"), SIX_A_MINUTE);

        assertThat(buckets())
                .singleElement()
                .satisfies(key -> assertThat(key).matches("agora-token:rate:[0-9a-f]{32}"));
    }

    /** As after a failover to a machine whose clock is behind. */
    @Test
    void survivesAClockThatWasSetBack() {
        exhaust(instances.get(0), web, SIX_A_MINUTE);
        String key = buckets().get(0);
        server.run(commands ->
                commands.set(key, "0 " + (micros() + Duration.ofHours(5).toNanos() / 1000)));

        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> instances.get(1).acquire(web, SIX_A_MINUTE))
                .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
    }

    @Test
    void learnsTheScriptAgain() {
        instances.get(0).acquire(web, SIX_A_MINUTE);
        server.run(commands -> commands.scriptFlush());

        assertThat(instances.get(0).acquire(web, SIX_A_MINUTE).remaining()).isEqualTo(1);
        assertThat(connections.get(0).failedCommands()).isZero();
    }
}
