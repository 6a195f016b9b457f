package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bans in a file, of servers that are killed, have no space, or are started twice. */
class BansIT {
    private static final int MAX_BANS = 200;
    private static final String TOKEN_OF_ALICE =
            "{\"services\":[{\"type\":\"rtc\",\"channel\":\"class-1\",\"account\":\"alice\"}]}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Program program() {
        return Program.launcher(folder).with(Program.PROJECT).with(Map.of("BANS_FILE", "bans.db"));
    }

    private static HttpResponse<String> send(Server server, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return CLIENT.send(
                body == null
                        ? request.build()
                        : request.header("Content-Type", "application/json").build(),
                BodyHandlers.ofString());
    }

    private static int ban(Server server, String body) throws IOException, InterruptedException {
        return send(server, "POST", "/v1/bans", body).statusCode();
    }

    private static int token(Server server) throws IOException, InterruptedException {
        return send(server, "POST", "/v1/tokens", TOKEN_OF_ALICE).statusCode();
    }

    @Test
    void holdAfterTheServerIsKilled() throws Exception {
        try (Server server = program().serve("--port", "0")) {
            assertThat(token(server)).isEqualTo(201);
            assertThat(ban(server, "{\"id\":\"b-1\",\"account\":\"alice\"}")).isEqualTo(201);
            assertThat(token(server)).isEqualTo(403);
            server.signal("KILL");
            assertThat(server.exitCode()).isNotZero();
        }
        try (Server server = program().serve("--port", "0")) {
            assertThat(token(server)).isEqualTo(403);
            assertThat(send(server, "DELETE", "/v1/bans/b-1", null).statusCode())
                    .isEqualTo(204);
            server.signal("KILL");
            assertThat(server.exitCode()).isNotZero();
        }
        try (Server server = program().serve("--port", "0")) {
            assertThat(token(server)).isEqualTo(201);
        }
    }

    /** A file that may not grow is like a full disk. The shell counts in blocks of 512 bytes. */
    @Test
    void stayAsTheyAreWithoutSpace() throws Exception {
        Program limited = Program.shell(folder).with(Program.PROJECT).with(Map.of("BANS_FILE", "bans.db"));
        int made = 0;
        try (Server server =
                Server.await(limited.start("ulimit -f 160; exec \"$JAVA_HOME/bin/java\" -XX:-UsePerfData -jar '"
                        + Program.path("agora-token.jar") + "' serve --port 0"))) {
            assertThat(ban(server, "{\"id\":\"alice\",\"account\":\"alice\"}")).isEqualTo(201);
            int status = 201;
            for (int i = 0; i < MAX_BANS && status == 201; i++) {
                made++;
                status = ban(server, "{\"channel\":\"class-" + i + "\",\"reason\":\"" + "r".repeat(200) + "\"}");
            }

            assertThat(status).isEqualTo(503);
            server.awaitLine("bans: the file cannot be written");
            assertThat(send(server, "DELETE", "/v1/bans/alice", null).statusCode())
                    .isEqualTo(503);
            assertThat(token(server)).isEqualTo(403);
            assertThat(send(server, "GET", "/metrics", null).body())
                    .contains("agora_bans_active " + made + ".0", "agora_bans_writable 0.0");
            assertThat(send(server, "GET", "/health/ready", null).body())
                    .contains("\"status\":\"ready\"", "\"bans\":\"unavailable\"");
            server.signal("KILL");
        }
        try (Server server = program().serve("--port", "0")) {
            assertThat(token(server)).isEqualTo(403);
            assertThat(send(server, "GET", "/metrics", null).body()).contains("agora_bans_active " + made + ".0");
            assertThat(ban(server, "{\"channel\":\"another\"}")).isEqualTo(201);
        }
    }

    @Test
    void areForOneServer() throws Exception {
        try (Server first = program().serve("--port", "0")) {
            assertOneLine(program().run("serve", "--port", "0"), "is used by another process");

            assertThat(ban(first, "{\"account\":\"alice\"}")).isEqualTo(201);
        }
    }

    @Test
    void areNotReadFromAnotherKindOfFile() throws IOException {
        Files.writeString(folder.resolve("bans.db"), "not bans\n".repeat(2000), StandardCharsets.UTF_8);

        assertOneLine(program().run("serve", "--port", "0"), "is corrupt");
    }

    private static void assertOneLine(Outcome outcome, String part) {
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("agora-token: BANS_FILE (environment): ")
                .contains(part);
    }
}
