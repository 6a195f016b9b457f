package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.redis.RedisIsThere;
import dev.agoratoken.app.redis.RedisServer;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two servers whose Redis fails over to a replica, as Sentinel decides. */
@Tag("slow")
@ExtendWith(RedisIsThere.class)
class SharedFailoverIT {
    private static final String AVAILABLE = "\"sharedState\":\"available\",\"bans\":\"available\"";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** The key of the caller is "key". */
    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("agora-token.yaml"), """
            callers:
              - name: web
                key-sha256: 2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683
                rate: 1000/h
                allow: [{services: rtc, channels: "*", user: any, longest: 1h, actions: [issue, ban]}]
            """);
    }

    private Server serve(RedisServer sentinel) {
        String address = "redis-sentinel://127.0.0.1:" + sentinel.port() + "#main";
        return Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("SHARED_REDIS", address, "SHARED_ON_FAILURE", "local"))
                .serve("--port", "0", "--host", "127.0.0.1");
    }

    private static HttpResponse<String> send(Server server, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", "key")
                .method(method, BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> token(Server server, String account) {
        return send(
                server,
                "POST",
                "/v1/tokens",
                "{\"services\":[{\"type\":\"rtc\",\"channel\":\"class-1\",\"account\":\"" + account + "\"}]}");
    }

    private static int ban(Server server, String account) {
        return send(server, "POST", "/v1/bans", "{\"account\":\"" + account + "\"}")
                .statusCode();
    }

    private static int remaining(HttpResponse<String> answer) {
        return Integer.parseInt(
                answer.headers().firstValue("RateLimit-Remaining").orElseThrow());
    }

    private static void take(Server server, int tokens) {
        for (int i = 0; i < tokens; i++) {
            assertThat(token(server, "dave").statusCode()).isEqualTo(201);
        }
    }

    private static void awaitHealth(Server server, String part) {
        RedisServer.await(
                part, () -> send(server, "GET", "/health/ready", "").body().contains(part));
    }

    /** Replication is asynchronous; what has not reached the replica is lost. */
    private static void awaitReplication(RedisServer master, RedisServer replica) {
        String state = state(master);
        assertThat(state).isNotEqualTo("null");
        RedisServer.await("the replica has the ban", () -> state(replica).equals(state));
    }

    private static String state(RedisServer redis) {
        return String.valueOf(redis.<String>run(commands -> commands.get("agora-token:{bans}:state")));
    }

    @Test
    void keepBansAndRates() {
        try (RedisServer master = RedisServer.start(folder);
                RedisServer replica = RedisServer.startReplica(folder, master);
                RedisServer sentinel = RedisServer.startSentinel(folder, master);
                Server first = serve(sentinel);
                Server second = serve(sentinel)) {
            assertThat(ban(first, "alice")).isEqualTo(201);
            awaitReplication(master, replica);
            RedisServer.await("the ban holds", () -> token(second, "alice").statusCode() == 403);
            take(first, 50);

            // No failover yet.
            sentinel.signal("STOP");
            master.kill();
            awaitHealth(first, "\"bans\":\"unavailable\"");
            assertThat(token(first, "alice").statusCode()).isEqualTo(403);
            assertThat(token(second, "alice").statusCode()).isEqualTo(403);
            assertThat(ban(first, "carol")).isEqualTo(503);
            assertThat(token(first, "dave").statusCode()).isEqualTo(201);

            sentinel.signal("CONT");
            awaitHealth(first, AVAILABLE);
            awaitHealth(second, AVAILABLE);
            assertThat(token(first, "alice").statusCode()).isEqualTo(403);
            assertThat(token(second, "alice").statusCode()).isEqualTo(403);
            assertThat(ban(first, "bob")).isEqualTo(201);
            RedisServer.await("the new ban holds", () -> token(second, "bob").statusCode() == 403);

            // A bucket gets back one request in 3.6 seconds.
            int left = remaining(token(second, "dave"));
            assertThat(left).isLessThan(990);
            take(first, 50);
            assertThat(leastRemainingWhileTaking(first, second)).isLessThan(left - 50);
        }
    }

    /**
     * Takes ten tokens from each, and returns the least that the second says is left. On a busy machine a server may take
     * late replies for an outage, limit for itself for a moment, and report what it granted with its next request.
     */
    private static int leastRemainingWhileTaking(Server first, Server second) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            awaitHealth(first, AVAILABLE);
            take(first, 1);
            awaitHealth(second, AVAILABLE);
            least = Math.min(least, remaining(token(second, "dave")));
        }
        return least;
    }
}
