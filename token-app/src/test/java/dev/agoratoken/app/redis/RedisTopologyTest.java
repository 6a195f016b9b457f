package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.token.UserId;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Cluster, Sentinel and TLS, with real servers. */
@Tag("slow")
@ExtendWith(RedisIsThere.class)
class RedisTopologyTest {
    private static final RateLimit MANY = RateLimit.parse("1000/h");
    private static final RateLimit LARGE = RateLimit.parse("1/h").withBurst(1280);
    private static final int CALLERS = 20;

    @TempDir
    private Path folder;

    private static RedisConnection connect(String address) {
        return RedisServer.connected(RedisServer.patientConnection(address));
    }

    private static void acquireForMany(RedisConnection connection) {
        RateLimiter rates = new RedisRateLimiter(connection);
        for (int i = 0; i < CALLERS; i++) {
            rates.acquire(caller("caller " + i), MANY);
        }
    }

    private static Caller caller(String name) {
        return new Caller(name, CallerKind.API_KEY, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);
    }

    @Test
    void spreadsTheBucketsOfAClusterOverItsNodes() {
        String[] options = {"--cluster-enabled", "yes", "--cluster-node-timeout", "2000", "--cluster-config-file"};
        try (RedisServer first = RedisServer.start(folder, with(options, "first.conf"));
                RedisServer second = RedisServer.start(folder, with(options, "second.conf"))) {
            first.run(commands -> commands.clusterAddSlots(slots(0, 8191)));
            second.run(commands -> commands.clusterAddSlots(slots(8192, 16383)));
            first.run(commands -> commands.clusterMeet("127.0.0.1", second.port()));
            RedisServer.await("both know all slots", () -> isComplete(first) && isComplete(second));

            RedisConnection connection = connect(first.address() + "?cluster=true");
            try {
                acquireForMany(connection);

                long inFirst = buckets(first);
                assertThat(inFirst).isBetween(1L, CALLERS - 1L);
                assertThat(buckets(second)).isEqualTo(CALLERS - inFirst);
                assertThatBlocksAreUsed(connection);
                assertThatBansAreShared(connection);
            } finally {
                connection.close();
            }
        }
    }

    /** A block has 10 requests, so 500 requests need no more than 50 commands, if time stands still. */
    private static void assertThatBlocksAreUsed(RedisConnection connection) {
        RateLimiter rates = new RedisRateLimiter(connection, () -> 0);
        long before = connection.answeredCommands();
        for (int left = 1279; left >= 780; left--) {
            assertThat(rates.acquire(caller("busy"), LARGE).remaining()).isEqualTo(left);
        }
        assertThat(connection.answeredCommands() - before).isLessThanOrEqualTo(50);
    }

    private static void assertThatBansAreShared(RedisConnection connection) {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Ban ban = new Ban(
                BanId.of("x"),
                ProjectName.of("default"),
                BanTarget.of(UserId.of(1)),
                Optional.empty(),
                "web",
                now,
                now.plusSeconds(60),
                AgoraRemoval.NOT_CONFIGURED);
        RedisBanStore other = new RedisBanStore(connection, () -> now, EventLog.NONE);

        new RedisBanStore(connection, () -> now, EventLog.NONE).add(ban);
        other.refresh();

        assertThat(other.current().bans()).containsExactly(ban);
    }

    private static int[] slots(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }

    private static String[] with(String[] options, String last) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = last;
        return all;
    }

    private static boolean isComplete(RedisServer server) {
        return server.run(commands -> commands.clusterInfo()).contains("cluster_state:ok");
    }

    private static long buckets(RedisServer server) {
        return server.<List<String>>run(commands -> commands.keys("agora-token:rate:*"))
                .size();
    }

    @Test
    void followsSentinelToTheNewMaster() {
        try (RedisServer master = RedisServer.start(folder);
                RedisServer replica = RedisServer.startReplica(folder, master)) {
            try (RedisServer sentinel = RedisServer.startSentinel(folder, master)) {
                RedisConnection connection = connect("redis-sentinel://127.0.0.1:" + sentinel.port() + "#main");
                try {
                    acquireForMany(connection);
                    master.kill();
                    RedisServer.await("it is noticed", () -> !connection.isAvailable());
                    RedisServer.await("the new master is used", connection::isAvailable);
                    acquireForMany(connection);

                    assertThat(buckets(replica)).isEqualTo(CALLERS);
                } finally {
                    connection.close();
                }
            }
        }
    }

    @Test
    void usesTls() {
        Path material = Path.of(System.getProperty("agora-token.root"), "adapter-http/src/test/resources/tls");
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.start(
                folder,
                "--tls-port",
                Integer.toString(port),
                "--tls-cert-file",
                material.resolve("server.pem").toString(),
                "--tls-key-file",
                material.resolve("server.key").toString(),
                "--tls-auth-clients",
                "no",
                "--tls-ca-cert-file",
                material.resolve("server.pem").toString())) {
            RedisConnection trusting = connect("rediss://127.0.0.1:" + port + "?verifyPeer=NONE");
            RedisConnection checking = RedisServer.patientConnection("rediss://127.0.0.1:" + port);
            try {
                checking.start();
                acquireForMany(trusting);

                assertThat(buckets(server)).isEqualTo(CALLERS);
                assertThat(checking.isAvailable()).isFalse();
            } finally {
                trusting.close();
                checking.close();
            }
        }
    }

    /** Other parts of the program use the connection for commands of theirs. */
    @Test
    void callsAnyCommand() throws Exception {
        try (RedisServer server = RedisServer.start(folder)) {
            RedisConnection connection = connect(server.address());
            try {
                String key = connection.prefix() + "note";
                connection.call((RedisClusterAsyncCommands<String, String> commands) -> commands.set(key, "1"));

                assertThat(connection.<String>call(commands -> commands.get(key)))
                        .isEqualTo("1");
            } finally {
                connection.close();
            }
        }
    }
}
