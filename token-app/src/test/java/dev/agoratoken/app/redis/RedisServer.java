package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.log.EventLog;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A real redis-server on a free port of the loopback address, without a file. Closing it ends it in any state. */
public final class RedisServer implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = Duration.ofMillis(10).toNanos();

    private final int port;
    private final List<String> command;
    private Process process;
    private String password = "";

    private RedisServer(int port, List<String> command) {
        this.port = port;
        this.command = command;
    }

    /** Starts a server with more options. */
    public static RedisServer start(Path folder, String... options) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString()));
        command.addAll(Arrays.asList(options));
        RedisServer server = new RedisServer(port, command);
        server.start();
        return server;
    }

    /** Starts a Sentinel for that master, which it calls {@code main}, and waits until it knows the replica. */
    public static RedisServer startSentinel(Path folder, RedisServer master) {
        Path configuration = folder.resolve("sentinel.conf");
        try {
            Files.writeString(
                    configuration,
                    "sentinel monitor main 127.0.0.1 " + master.port + " 1\n"
                            + "sentinel down-after-milliseconds main 500\n"
                            + "sentinel failover-timeout main 3000\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RedisServer sentinel = startSentinelWith(folder, configuration);
        await(
                "Sentinel knows the replica",
                () -> sentinel.run(commands -> commands.info("sentinel")).contains("slaves=1"));
        return sentinel;
    }

    /** Starts a replica, and waits until it has what the master has. */
    public static RedisServer startReplica(Path folder, RedisServer master) {
        RedisServer replica = start(folder, "--replicaof", "127.0.0.1", Integer.toString(master.port));
        await(
                "the replica is there",
                () -> master.run(commands -> commands.info("replication")).contains("state=online"));
        return replica;
    }

    /** Sentinel rewrites its configuration. */
    private static RedisServer startSentinelWith(Path folder, Path configuration) {
        int port = freePort();
        RedisServer server = new RedisServer(
                port,
                List.of(
                        "redis-server",
                        configuration.toString(),
                        "--sentinel",
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString()));
        server.start();
        return server;
    }

    RedisConnection patientConnection() {
        return patientConnection(address());
    }

    /** A connection that waits longer than requests may: tests of other things than time run on busy machines. */
    static RedisConnection patientConnection(String address) {
        return new RedisConnection(
                new RedisSettings(RedisAddress.parse(address), Optional.empty(), true),
                Duration.ofSeconds(10),
                EventLog.NONE);
    }

    /** Starts a connection, and waits until Redis answers on it. */
    static RedisConnection connected(RedisConnection connection) {
        connection.start();
        await("Redis is available", connection::isAvailable);
        return connection;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same port, and waits until it answers. */
    public void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("redis-server answers", this::answers);
    }

    private boolean answers() {
        try {
            return run(RedisCommands::ping).equals("PONG");
        } catch (RedisException e) {
            // An error is an answer, too: of a Sentinel, or without a password.
            return String.valueOf(e.getCause()).contains("NOAUTH");
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Runs commands on a connection for them alone. */
    public <T> T run(Function<RedisCommands<String, String>, T> commands) {
        RedisURI uri = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(10))
                .build();
        if (!password.isEmpty()) {
            uri.setAuthentication(password.toCharArray());
        }
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return commands.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    /** Demands a password from now on, and ends the connections of all clients. */
    void changePassword(String demanded) {
        run(commands -> commands.configSet("requirepass", demanded));
        password = demanded;
        run(commands -> commands.clientKill(KillArgs.Builder.typeNormal().skipme()));
    }

    /** Sends a signal such as {@code STOP}. */
    public void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends it at once. */
    public void kill() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until that is so. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(deadline);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
