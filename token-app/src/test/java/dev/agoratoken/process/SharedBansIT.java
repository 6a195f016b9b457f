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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share their bans in a Redis. */
@Tag("slow")
@ExtendWith(RedisIsThere.class)
class SharedBansIT {
    private static final String TOKEN_OF_ALICE =
            "{\"services\":[{\"type\":\"rtc\",\"channel\":\"class-1\",\"account\":\"alice\"}]}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Program program(RedisServer redis, String onFailure) {
        return Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("SHARED_REDIS", redis.address(), "SHARED_ON_FAILURE", onFailure));
    }

    private Server serve(RedisServer redis, String onFailure) {
        return program(redis, onFailure).serve("--port", "0");
    }

    private static int send(Server server, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        try {
            return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int token(Server server) {
        return send(server, "POST", "/v1/tokens", TOKEN_OF_ALICE);
    }

    private static void awaitToken(Server server, int status) {
        RedisServer.await("a token gets " + status, () -> token(server) == status);
    }

    @Test
    void holdOnBothAndAfterBothAreKilled() {
        try (RedisServer redis = RedisServer.start(folder)) {
            try (Server first = serve(redis, "local");
                    Server second = serve(redis, "local")) {
                assertThat(token(first)).isEqualTo(201);
                assertThat(token(second)).isEqualTo(201);

                assertThat(send(first, "POST", "/v1/bans", "{\"id\":\"b-1\",\"account\":\"alice\"}"))
                        .isEqualTo(201);
                long answered = System.nanoTime();
                assertThat(token(first)).isEqualTo(403);
                awaitToken(second, 403);
                assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));

                first.signal("KILL");
                second.signal("KILL");
                assertThat(first.exitCode()).isNotZero();
                assertThat(second.exitCode()).isNotZero();
            }
            try (Server first = serve(redis, "local");
                    Server second = serve(redis, "local")) {
                assertThat(token(first)).isEqualTo(403);
                assertThat(token(second)).isEqualTo(403);

                assertThat(send(second, "DELETE", "/v1/bans/b-1", "")).isEqualTo(204);
                awaitToken(first, 201);
            }
        }
    }

    @Test
    void goOnWithoutRedis() {
        try (RedisServer redis = RedisServer.start(folder);
                Server server = serve(redis, "local")) {
            assertThat(send(server, "POST", "/v1/bans", "{\"id\":\"b-1\",\"account\":\"alice\"}"))
                    .isEqualTo(201);
            redis.kill();
            server.awaitLine("bans cannot be read");

            assertThat(token(server)).isEqualTo(403);
            assertThat(send(server, "POST", "/v1/bans", "{\"channel\":\"class-2\"}"))
                    .isEqualTo(503);
            assertThat(send(server, "DELETE", "/v1/bans/b-1", "")).isEqualTo(503);
            assertThat(token(server)).isEqualTo(403);

            redis.start();
            server.awaitLine("stored the 1 known ones again");
            assertThat(send(server, "DELETE", "/v1/bans/b-1", "")).isEqualTo(204);
            assertThat(token(server)).isEqualTo(201);
        }
    }

    @Test
    void rejectTokensUntilRequiredBansAreKnown() {
        try (RedisServer redis = RedisServer.start(folder)) {
            redis.kill();
            try (Server server = serve(redis, "reject")) {
                assertThat(token(server)).isEqualTo(503);

                redis.start();
                awaitToken(server, 201);
            }
        }
    }

    @Test
    void areInOnePlace() {
        try (RedisServer redis = RedisServer.start(folder)) {
            Program.Outcome outcome =
                    program(redis, "local").with(Map.of("BANS_FILE", "bans.db")).run("config", "check");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err()).contains("BANS_FILE").contains("shared.redis keeps the bans");
        }
    }
}
