package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.redis.RedisIsThere;
import dev.agoratoken.app.redis.RedisServer;
import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several servers that share a Redis. benchmarks/replicas tries the same under load. */
@Tag("slow")
@ExtendWith(RedisIsThere.class)
class SharedStateIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("agora-token.yaml"), """
                callers:
                  - name: anonymous
                    rate: 6/h
                    allow: [{services: rtc, channels: "*", user: any, longest: 1h}]
                """);
    }

    private Server serve(RedisServer redis, String onFailure) {
        return Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("SHARED_REDIS", redis.address(), "SHARED_ON_FAILURE", onFailure))
                .serve("--port", "0", "--host", "127.0.0.1");
    }

    private HttpResponse<String> get(Server server, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> token(Server server) {
        return get(server, "/rtc/testing/publisher/uid/1234/");
    }

    private void awaitHealth(Server server, String part) {
        RedisServer.await(part, () -> get(server, "/health/ready").body().contains(part));
    }

    @Test
    void shareARateAndLimitForThemselvesWithoutRedis() {
        try (RedisServer redis = RedisServer.start(folder);
                Server first = serve(redis, "local");
                Server second = serve(redis, "local")) {
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> answer = token(i % 2 == 0 ? first : second);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit-Remaining")).contains(Integer.toString(5 - i));
            }
            for (Server server : new Server[] {first, second}) {
                HttpResponse<String> rejected = token(server);
                assertThat(rejected.statusCode()).isEqualTo(429);
                assertThat(rejected.headers().firstValueAsLong("Retry-After").orElseThrow())
                        .isBetween(550L, 600L);
            }

            redis.kill();
            awaitHealth(first, "\"sharedState\":\"unavailable\"");
            assertThat(get(first, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(token(first).statusCode()).isEqualTo(429);
            assertThat(get(first, "/metrics").body()).contains("agora_shared_state_available 0.0");

            redis.start();
            awaitHealth(first, "\"sharedState\":\"available\"");
            awaitHealth(second, "\"sharedState\":\"available\"");
            first.awaitLine("is available again");
            assertThat(token(first).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void rejectRequestsWithoutTheRedisThatTheyRequire() {
        try (RedisServer redis = RedisServer.start(folder);
                Server server = serve(redis, "reject")) {
            assertThat(token(server).statusCode()).isEqualTo(200);

            redis.kill();
            awaitHealth(server, "\"status\":\"unready\"");

            HttpResponse<String> rejected = token(server);
            assertThat(rejected.statusCode()).isEqualTo(503);
            assertThat(rejected.body()).contains("shared state: not available");
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            server.awaitLine("requests with a rate limit get 503 until it is back");
        }
    }

    @Test
    void stopInTimeWhileRedisHangs() {
        try (RedisServer redis = RedisServer.start(folder);
                Server server = serve(redis, "local")) {
            redis.signal("STOP");
            assertThat(token(server).statusCode()).isEqualTo(200);

            server.signal("TERM");

            assertThat(server.exitCode()).isZero();
            redis.signal("CONT");
        }
    }

    @Test
    void showNoPassword() {
        Program program = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("SHARED_REDIS", "redis://user:mellon@127.0.0.1:1"));

        Outcome shown = program.run("config", "show");
        assertThat(shown.out()).contains("redis://***@127.0.0.1:1").doesNotContain("mellon");
        try (Server server = program.serve("--port", "0")) {
            assertThat(server.announcement()).anyMatch(line -> line.contains("connection refused"));
            assertThat(server.announcement()).noneMatch(line -> line.contains("mellon"));
        }
    }

    /** The commands start as fast as without the library, and the server needs no more memory. */
    @Test
    void loadNothingOfRedisUnlessConfigured() throws IOException {
        Path log = folder.resolve("classes.log");
        Program program = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log));

        assertThat(program.run("rtc", "testing", "--uid", "1234").exitCode()).isZero();
        assertThatNothingOfRedisIsIn(log);
        assertThat(program.run("config", "show").exitCode()).isZero();
        assertThatNothingOfRedisIsIn(log);
        try (Server server = program.serve("--port", "0", "--host", "127.0.0.1")) {
            assertThat(token(server).statusCode()).isEqualTo(200);
        }
        assertThatNothingOfRedisIsIn(log);
    }

    private static void assertThatNothingOfRedisIsIn(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.filter(line -> line.contains("dev.agoratoken")
                            || line.contains("io.lettuce")
                            || line.contains("io.netty")
                            || line.contains("reactor.")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("dev.agoratoken"));
        }
        Files.delete(log);
    }
}
