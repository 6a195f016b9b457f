package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.ban.AgoraRemoval;
import dev.agoratoken.issuing.policy.ban.Ban;
import dev.agoratoken.issuing.policy.ban.BanId;
import dev.agoratoken.issuing.policy.ban.BanStore;
import dev.agoratoken.issuing.policy.ban.BanStoreUnavailableException;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.testing.BanStoreContract;
import dev.agoratoken.token.UserId;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Instances that share their bans in a Redis that may be slow, gone, or empty. */
@ExtendWith(RedisIsThere.class)
class RedisBanStoreTest extends BanStoreContract {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<RedisConnection> connections = new ArrayList<>();
    private final AtomicReference<Runnable> beforeNextWrite = new AtomicReference<>(() -> {});

    @TempDir
    private Path folder;

    private RedisServer server;
    private RedisBanStore store;
    private RedisBanStore other;

    @BeforeEach
    void open() {
        server = RedisServer.start(folder);
        store = instance(connect());
        other = instance(connect());
    }

    @AfterEach
    void close() {
        connections.forEach(RedisConnection::close);
        server.close();
    }

    private RedisConnection connect() {
        return RedisServer.connected(connection(false));
    }

    private RedisConnection connection(boolean required) {
        RedisConnection connection = new RedisConnection(
                new RedisSettings(RedisAddress.parse(server.address()), Optional.empty(), required),
                Duration.ofSeconds(10),
                (level, line) -> {});
        connections.add(connection);
        return connection;
    }

    private RedisBanStore instance(RedisConnection connection) {
        return new RedisBanStore(connection, this::now, (level, line) -> lines.add(level + " " + line));
    }

    /** A store asks for the time after it has read, and before it writes. */
    private Instant now() {
        Runnable action = beforeNextWrite.getAndSet(() -> {});
        action.run();
        return clock().instant();
    }

    @Override
    protected BanStore store() {
        return store;
    }

    /** A connection may seem to be available until it is used. */
    private static void awaitRefresh(RedisBanStore... stores) {
        for (RedisBanStore store : stores) {
            RedisServer.await("bans were read", () -> {
                store.refresh();
                return store.isWritable();
            });
        }
    }

    private void fillRedis() {
        server.run(commands -> commands.configSet("maxmemory", "1"));
    }

    @Test
    void readsWhatAnotherInstanceChanged() {
        Ban first = store.add(ban("x"));
        Ban second = store.add(ban("y"));
        other.refresh();
        assertThat(other.current().bans()).containsExactlyInAnyOrder(first, second);

        other.remove(first.id());
        other.update(second.id(), found -> found.withRemoval(AgoraRemoval.failed("401")));
        store.refresh();

        assertThat(store.current().bans()).containsExactly(second.withRemoval(AgoraRemoval.failed("401")));
    }

    @Test
    void appearsOnAnotherInstanceWithinASecond() {
        try (RedisBans here = new RedisBans(connect(), clock(), (level, line) -> {});
                RedisBans there = new RedisBans(connect(), clock(), (level, line) -> {})) {
            here.start();
            there.start();

            Ban ban = here.store().add(ban("x"));

            RedisServer.await(
                    "the ban is there", () -> there.forTokens().find(ban.id()).isPresent());
        }
    }

    @Test
    void readsEverythingAfterManyChanges() {
        other.refresh();
        for (int i = 0; i < 1_005; i++) {
            store.add(ban("ban-" + i));
        }
        store.remove(BanId.of("ban-0"));
        other.refresh();

        assertThat(other.current().bans()).hasSize(1_004);
    }

    @Test
    void needsOneCommandWithoutABodyIfNothingChanged() {
        store.add(ban("x"));
        store.refresh();
        Object before = store.current();

        store.refresh();

        assertThat(store.current()).isSameAs(before);
    }

    @Test
    void losesNoChangeOfSeveralAtOnce() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (RedisBanStore instance : List.of(store, other)) {
            String name = instance == store ? "a-" : "b-";
            writers.add(CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 50; i++) {
                    instance.add(ban(name + i));
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        store.refresh();

        assertThat(store.current().bans()).hasSize(100);
    }

    @Test
    void makesOneOfTwoBansWithTheSameId() {
        Ban first = store.add(ban("x"));

        assertThat(other.add(ban("x"))).isEqualTo(first);
        assertThatThrownBy(() -> other.add(ban("x", BanTarget.of(UserId.of(1)), AgoraRemoval.PENDING)))
                .hasMessageContaining("there is another ban");
    }

    @Test
    void holdsKnownBansWithoutRedisAndChangesNothing() {
        Ban ban = store.add(ban("x"));
        server.kill();
        store.refresh();
        store.refresh();

        assertThatThrownBy(() -> store.add(ban("y"))).isInstanceOf(BanStoreUnavailableException.class);
        assertThatThrownBy(() -> store.remove(ban.id())).isInstanceOf(BanStoreUnavailableException.class);

        assertThat(store.current().bans()).containsExactly(ban);
        assertThat(lines).singleElement().asString().contains("bans cannot be read");
    }

    /** It is not saved to disk here. */
    @Test
    void givesALostBanBackToRedis() {
        Ban ban = store.add(ban("x"));
        server.kill();
        store.refresh();
        server.start();

        awaitRefresh(store, other);

        assertThat(other.current().bans()).containsExactly(ban);
        assertThat(store.current().bans()).containsExactly(ban);
    }

    @Test
    void makesNoBanIfRedisIsFull() {
        Ban ban = store.add(ban("x"));
        fillRedis();

        assertThatThrownBy(() -> store.add(ban("y"))).isInstanceOf(BanStoreUnavailableException.class);
        server.run(commands -> commands.configSet("maxmemory", "0"));
        awaitRefresh(store, other);

        assertThat(store.current().bans()).containsExactly(ban);
        assertThat(other.current().bans()).containsExactly(ban);
    }

    /** As a write that was made, and whose answer was lost. */
    @Test
    void undoesAWriteWithoutAnAnswerUnlessAnotherInstanceAcknowledgedTheBan() {
        Ban lifted = store.add(ban("lifted"));
        for (boolean repeated : new boolean[] {false, true}) {
            makeWithoutAnswer(() -> store.add(ban("late")));
            RedisServer.await("the ban is made", () -> {
                other.refresh();
                return other.current().find(BanId.of("late")).isPresent();
            });
            if (repeated) {
                other.add(ban("late"));
            }

            awaitRefresh(store, other);

            assertThat(other.current().find(BanId.of("late")).isPresent()).isEqualTo(repeated);
        }
        makeWithoutAnswer(() -> store.remove(lifted.id()));
        awaitRefresh(store, other);

        assertThat(other.current().find(lifted.id())).contains(lifted);
    }

    /** Redis stops after it was read, and does later what it was asked for. */
    private void makeWithoutAnswer(Runnable change) {
        beforeNextWrite.set(() -> server.signal("STOP"));
        try {
            assertThatThrownBy(change::run).isInstanceOf(BanStoreUnavailableException.class);
        } finally {
            server.signal("CONT");
        }
    }

    @Test
    void rejectsTokensUntilRequiredBansWereRead() {
        server.kill();
        RedisConnection connection = connection(true);
        connection.start();
        RedisBanStore required = instance(connection);
        required.refresh();
        store.refresh();

        assertThatThrownBy(required::forTokens).isInstanceOf(SharedStateUnavailableException.class);
        assertThat(store.forTokens().isEmpty()).isTrue();
        server.start();
        awaitRefresh(required);

        assertThat(required.forTokens().isEmpty()).isTrue();
    }

    @Test
    void leavesNothingBehind() {
        store.add(ban("x"));

        List<String> keys = server.run(commands -> commands.keys("agora-token:{bans}:*"));

        assertThat(keys)
                .hasSize(3)
                .allSatisfy(key -> assertThat(millisLeft(key))
                        .isBetween(
                                Duration.ofDays(1).toMillis(),
                                Duration.ofDays(3).toMillis()));
    }

    private long millisLeft(String key) {
        return server.run(commands -> commands.pttl(key));
    }

    @Test
    void changesNothingWithoutPermissionAndLeavesTheConnectionAlone() {
        Ban ban = store.add(ban("x"));
        permit("-hset");

        assertThatThrownBy(() -> store.add(ban("y"))).isInstanceOf(BanStoreUnavailableException.class);

        assertThat(connections.get(0).isAvailable()).isTrue();
        other.refresh();
        assertThat(other.current().bans()).containsExactly(ban);
    }

    @Test
    void needsTheDocumentedPermissions() throws IOException {
        Matcher documented =
                Pattern.compile("`(\\+@connection [^`]*)`").matcher(Files.readString(Path.of("../docs/operations.md")));
        assertThat(documented.find()).isTrue();
        permit("resetkeys ~agora-token:* -@all " + documented.group(1));

        Ban ban = store.add(ban("x"));
        store.add(ban("y"));
        store.remove(BanId.of("y"));
        other.refresh();
        for (int i = 0; i < 3; i++) {
            store.add(ban("ban-" + i));
        }
        other.refresh();
        RedisRemovalLease lease = new RedisRemovalLease(connections.get(0), System::nanoTime);
        lease.renew();

        assertThat(other.current().find(ban.id())).contains(ban);
        assertThat(other.current().bans()).hasSize(4);
        assertThat(lease.isHeld()).isTrue();
        assertThat(lines).isEmpty();
    }

    /** Changes the permissions of all clients. */
    private void permit(String rules) {
        CommandArgs<String, String> arguments =
                new CommandArgs<>(StringCodec.UTF8).add("SETUSER").add("default");
        for (String rule : rules.split(" ")) {
            arguments.add(rule);
        }
        server.run(commands -> commands.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), arguments));
    }

    @Test
    void givesTheLeaseToAnotherInstance() {
        long[] now = {0};
        RedisRemovalLease first = new RedisRemovalLease(connections.get(0), () -> now[0]);
        RedisRemovalLease second = new RedisRemovalLease(connections.get(1), () -> now[0]);
        first.renew();
        second.renew();
        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isFalse();

        now[0] += Duration.ofSeconds(4).toNanos();
        assertThat(first.isHeld()).as("not renewed").isFalse();
        second.renew();
        assertThat(second.isHeld()).as("a request of the first may still run").isFalse();
        first.renew();
        assertThat(first.isHeld()).isTrue();

        first.release();
        RedisServer.await("the second has it", () -> {
            second.renew();
            return second.isHeld();
        });
        first.renew();
        assertThat(first.isHeld()).isFalse();
    }
}
