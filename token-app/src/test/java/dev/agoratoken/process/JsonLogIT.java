package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code LOG_FORMAT=json}: each event is one object, whoever logs it. */
class JsonLogIT {
    private static final Path TLS =
            Path.of(Program.path("agora-token.root"), "adapter-http", "src", "test", "resources", "tls");

    @TempDir
    private Path folder;

    private static JsonNode parse(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private Server serve(String level) throws IOException {
        return serve(level, "");
    }

    private Server serve(String level, String javaOptions) throws IOException {
        Files.writeString(
                folder.resolve("agora-token.yaml"), "callers: [{name: anonymous, allow: {services: rtm, user: any}}]");
        Files.copy(TLS.resolve("server.pem"), folder.resolve("server.pem"));
        Files.copy(TLS.resolve("server.key"), folder.resolve("server.key"));
        return Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of(
                        "LOG_FORMAT", "json",
                        "LOG_LEVEL", level,
                        "JAVA_OPTS", javaOptions,
                        "SERVER_HOST", "127.0.0.1",
                        "SERVER_MANAGEMENT_PORT", "0",
                        "TLS_CERTIFICATE", "server.pem",
                        "TLS_KEY", "server.key"))
                .serve("--port", "0");
    }

    private static List<JsonNode> stoppedLog(Server server) {
        server.signal("TERM");
        assertThat(server.exitCode()).isZero();
        List<String> lines = new ArrayList<>(server.announcement());
        lines.addAll(server.laterLines());
        return lines.stream().map(JsonLogIT::parse).toList();
    }

    private static void get(Server server, String path) throws Exception {
        String ready = server.announcement().get(0).replaceFirst(".*(http://[^ ]+)/health/ready.*", "$1");
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(ready + path)).build(), BodyHandlers.discarding());
    }

    @Test
    void hasEachEventAsOneObject() throws Exception {
        try (Server server = serve("debug")) {
            get(server, "/metrics");
            get(server, "/version");
            server.signal("HUP");
            server.awaitLine("configuration reloaded");
            Files.copy(TLS.resolve("renewed.pem"), folder.resolve("server.pem"), StandardCopyOption.REPLACE_EXISTING);
            server.awaitLine("TLS files rejected");

            List<JsonNode> events = stoppedLog(server);

            assertThat(events).allSatisfy(event -> {
                assertThat(event.path("time").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
                assertThat(event.path("level").asText()).isIn("error", "warn", "info", "debug");
                assertThat(event.path("logger").asText()).isNotEmpty();
                assertThat(event.path("message").asText()).isNotEmpty();
            });
            assertThat(events)
                    .extracting(event -> event.path("level").asText() + " "
                            + event.path("logger").asText() + " "
                            + event.path("message").asText().replaceFirst("(?s)(\\w+ \\w+).*", "$1"))
                    .contains(
                            "info agora-token agora-token serves",
                            "debug requests GET /metrics 200",
                            "info requests GET /version 200",
                            "info agora-token configuration reloaded",
                            "warn dev.agoratoken.http.tls.ReloadingTls TLS files");
        }
    }

    /** Jetty logs at debug that a client speaks no TLS, with the exception. */
    @Test
    void hasAnExceptionInOneObject() throws Exception {
        try (Server server = serve("debug", "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty.io.ssl=debug")) {
            URI address = URI.create(server.address());
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write("no TLS\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                server.awaitLine("SSLException");
            }

            assertThat(stoppedLog(server))
                    .filteredOn(event -> event.has("error"))
                    .isNotEmpty()
                    .allSatisfy(event -> {
                        assertThat(event.path("logger").asText()).startsWith("org.eclipse.jetty.io.ssl.");
                        assertThat(event.path("level").asText()).isEqualTo("debug");
                        assertThat(event.path("error").asText()).contains("\n\tat ");
                    })
                    .anyMatch(event -> event.path("error").asText().startsWith("javax.net.ssl.SSLException: "));
        }
    }

    @Test
    void hasNoProbesAtInfo() throws Exception {
        try (Server server = serve("info")) {
            get(server, "/metrics");
            get(server, "/health/live");
            get(server, "/version");

            assertThat(stoppedLog(server))
                    .filteredOn(event -> event.path("logger").asText().equals("requests"))
                    .extracting(event -> event.path("route").asText())
                    .containsExactly("/version");
        }
    }
}
