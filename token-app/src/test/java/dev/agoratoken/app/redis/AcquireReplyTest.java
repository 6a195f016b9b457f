package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.SharedStateUnavailableException;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that accepts every command, and whose replies to the script make no sense, is an unavailable Redis. */
class AcquireReplyTest {
    private static final RateLimit FIVE_A_MINUTE = RateLimit.parse("5/m");
    private static final Caller WEB =
            new Caller("web", CallerKind.API_KEY, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*0\r\n",
                "*-1\r\n",
                "*1\r\n:1\r\n",
                "*2\r\n:1\r\n:1\r\n",
                "*4\r\n:1\r\n:1\r\n:0\r\n:0\r\n",
                "*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n",
                "*3\r\n$-1\r\n$-1\r\n$-1\r\n",
                "*3\r\n*1\r\n:1\r\n:1\r\n:0\r\n",
                "*3\r\n:2\r\n:0\r\n:0\r\n",
                "*3\r\n:-1\r\n:0\r\n:0\r\n",
                "*3\r\n:1\r\n:300000001\r\n:0\r\n",
                "*3\r\n:0\r\n:-1\r\n:0\r\n",
                "*3\r\n:0\r\n:9223372036854775807\r\n:0\r\n",
                "*3\r\n:1\r\n:0\r\n:1\r\n",
                "*3\r\n:1\r\n:0\r\n:-1\r\n"
            })
    void eachInstanceLimitsForItselfOrRejects(String reply) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            serve(server, reply);
            try (RedisConnection optional = connect(server, false);
                    RedisConnection required = connect(server, true)) {
                RateLimiter limiter = new RedisRateLimiter(optional);

                assertThat(limiter.acquire(WEB, FIVE_A_MINUTE).remaining()).isEqualTo(4);
                assertThat(limiter.acquire(WEB, FIVE_A_MINUTE).remaining()).isEqualTo(3);
                assertThatExceptionOfType(SharedStateUnavailableException.class)
                        .isThrownBy(() -> new RedisRateLimiter(required).acquire(WEB, FIVE_A_MINUTE));
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("is unavailable: unexpected reply to a script; "));
    }

    private RedisConnection connect(ServerSocket server, boolean required) {
        RedisAddress address = RedisAddress.parse("redis://127.0.0.1:" + server.getLocalPort());
        return RedisServer.connected(new RedisConnection(
                new RedisSettings(address, Optional.empty(), required), (level, line) -> lines.add(line)));
    }

    private static void serve(ServerSocket server, String reply) {
        start(() -> {
            while (true) {
                Socket client = server.accept();
                start(() -> answer(client, reply));
            }
        });
    }

    /** Answers each command that arrives in one piece, as the commands of this test do. */
    private static void answer(Socket client, String reply) throws IOException {
        try (client;
                InputStream in = client.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                String commands = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
                client.getOutputStream().write(answer(commands, reply).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String answer(String commands, String reply) {
        if (commands.contains("HELLO")) {
            return "-ERR unknown command\r\n";
        }
        if (commands.contains("EVALSHA")) {
            return reply;
        }
        return "+OK\r\n".repeat(Math.max(1, commands.split("CLIENT", -1).length - 1));
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException;
    }
}
