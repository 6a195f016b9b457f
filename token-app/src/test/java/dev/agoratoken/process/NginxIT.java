package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code deploy/nginx.conf} in front of the server. nginx connects from 127.0.0.1, which the server trusts; clients have
 * other addresses of this machine.
 */
@EnabledIf("dev.agoratoken.process.Tools#haveNginx")
class NginxIT {
    private static final String CLIENT = "127.0.0.2";
    private static final String OTHER_CLIENT = "127.0.0.3";
    private static final Path TLS =
            Path.of(Program.path("agora-token.root"), "adapter-http", "src", "test", "resources", "tls");

    @TempDir
    private Path folder;

    private Server server;
    private Process nginx;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("agora-token.yaml"), """
                callers:
                  - {name: anonymous, rate: 40/h, burst: 40, allow: {services: [rtc, rtm], channels: "*", user: any}}
                """);
        server = Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of(
                        "SERVER_HOST", "127.0.0.1",
                        "SERVER_TRUSTED_PROXIES", "127.0.0.1",
                        "SERVER_MANAGEMENT_PORT", "0",
                        "AUDIT_FILE", "audit.log",
                        "LOG_FORMAT", "json"))
                .serve("--port", "0");
        port = freePort();
        startNginx();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            assertThat(nginx.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The shipped file with other names, in the smallest main configuration. */
    private void startNginx() throws Exception {
        String site = Files.readString(Tools.deployed("nginx.conf"));
        Map<String, String> adapted = Map.of(
                "listen 443 ssl http2",
                "listen 127.0.0.1:" + port + " ssl http2",
                "server_name tokens.example.com",
                "server_name localhost",
                "/etc/ssl/certs/tokens.example.com.pem",
                TLS.resolve("server.pem").toString(),
                "/etc/ssl/private/tokens.example.com.key",
                TLS.resolve("server.key").toString(),
                "server 127.0.0.1:8080",
                "server 127.0.0.1:" + URI.create(server.address()).getPort());
        for (Map.Entry<String, String> change : adapted.entrySet()) {
            assertThat(site).containsOnlyOnce(change.getKey());
            site = site.replace(change.getKey(), change.getValue());
        }
        Files.writeString(folder.resolve("site.conf"), site);
        List<String> main = new ArrayList<>(List.of("pid nginx.pid;", "error_log stderr;", "events {}", "http {"));
        main.add("access_log off;");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            main.add(kind + "_temp_path " + folder.resolve(kind) + ";");
        }
        main.addAll(List.of("include " + folder.resolve("site.conf") + ";", "}"));
        Files.write(folder.resolve("nginx.conf"), main);
        nginx = new ProcessBuilder(
                        Tools.path("nginx"),
                        "-e",
                        "stderr",
                        "-p",
                        folder.toString(),
                        "-c",
                        "nginx.conf",
                        "-g",
                        "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        awaitNginx();
    }

    private void awaitNginx() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline && nginx.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("nginx does not listen: " + Files.readString(folder.resolve("nginx.log")));
    }

    /** Sends a request through nginx; returns the response with its head. */
    private String curl(String client, String path, String... options) throws Exception {
        return curlTo("https://localhost:" + port + path, client, options);
    }

    private String curlTo(String url, String client, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(Tools.path("curl"), "--silent", "--show-error", "--include"));
        command.addAll(List.of(
                "--ipv4", "--path-as-is", "--cacert", TLS.resolve("server.pem").toString()));
        command.addAll(List.of("--max-time", "30", "--interface", client));
        command.addAll(List.of(options));
        command.add(url);
        return Tools.run(folder, command.toArray(String[]::new));
    }

    private static String status(String response) {
        return response.split("[ \r\n]", 3)[1];
    }

    private String issue(String client, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--json", "{\"services\":[{\"type\":\"rtm\",\"userId\":\"ann\"}]}"));
        all.addAll(List.of(options));
        return curl(client, "/v1/tokens", all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http1.1", "--http2"})
    void passesRequestsOnAtTheRootAndBelowAPath(String protocol) throws Exception {
        String expected = protocol.equals("--http2") ? "HTTP/2 200" : "HTTP/1.1 200";
        for (String root : List.of("", "/tokens")) {
            assertThat(curl(CLIENT, root + "/rtc/testing/publisher/uid/1/?expiry=60", protocol))
                    .startsWith(expected)
                    .contains("{\"rtcToken\":\"007");
            assertThat(curl(CLIENT, root + "/", protocol)).startsWith(expected).contains("src=\"console.js\"");
            assertThat(curl(CLIENT, root + "/console.js", protocol)).startsWith(expected);
            assertThat(status(curl(CLIENT, root + "/metrics", protocol))).isEqualTo("404");
        }
    }

    @Test
    void changesNoPath() throws Exception {
        for (String path : List.of(
                "/rtm/a%2Fb/",
                "/rtm/a%25b/",
                "/rtm/a%20b/",
                "/rtm/%C3%A4/",
                "/rtc/testing/publisher/uid//",
                "/rtm//",
                "/rtm/%2e%2e/",
                "/rtm/a;b/")) {
            String direct = status(curlTo(server.address() + path, OTHER_CLIENT));
            for (String root : List.of("", "/tokens")) {
                assertThat(status(curl(CLIENT, root + path))).as(root + path).isEqualTo(direct);
            }
        }
    }

    @Test
    void letsItsOwnPagesCallTheServerAndNoOthers() throws Exception {
        assertThat(status(issue(CLIENT, "-H", "Origin: https://localhost:" + port)))
                .isEqualTo("201");
        assertThat(status(issue(CLIENT, "-H", "Origin: https://localhost"))).isEqualTo("403");
        assertThat(status(issue(CLIENT, "-H", "Origin: https://evil.example"))).isEqualTo("403");
    }

    @Test
    void reportsTheClientForLogAuditAndRate() throws Exception {
        for (int i = 0; i < 40; i++) {
            assertThat(status(issue(CLIENT, "-H", "X-Forwarded-For: 198.51.100." + i)))
                    .isEqualTo("201");
        }
        assertThat(status(issue(CLIENT, "-H", "X-Forwarded-For: 198.51.100.99")))
                .isEqualTo("429");
        assertThat(status(issue(CLIENT, "-H", "Forwarded: for=198.51.100.99"))).isEqualTo("429");
        assertThat(status(issue(OTHER_CLIENT, "-H", "Authorization: Bearer wrong")))
                .isEqualTo("401");
        assertThat(status(issue(OTHER_CLIENT, "-H", "X-Request-Id: of-the-other")))
                .isEqualTo("201");

        List<String> audit = Files.readAllLines(folder.resolve("audit.log"));
        assertThat(audit.get(0)).contains("\"individual\":\"" + CLIENT + "\"");
        assertThat(String.join("\n", audit))
                .contains("\"address\":\"" + OTHER_CLIENT + "\"", "\"individual\":\"" + OTHER_CLIENT + "\"")
                .doesNotContain("198.51.100");
        assertThat(log())
                .anyMatch(line -> line.contains("of-the-other") && line.contains("\"client\":\"" + OTHER_CLIENT + "\""))
                .anyMatch(line -> line.contains("\"status\":429") && line.contains("\"client\":\"" + CLIENT + "\""))
                .noneMatch(line -> line.contains("198.51.100"));
    }

    @Test
    void doesNotMatterToClientsThatAvoidIt() throws Exception {
        String url = server.address() + "/rtm/1/";
        curlTo(url, CLIENT, "-H", "X-Forwarded-For: 198.51.100.66", "-H", "X-Request-Id: forged-1");
        curlTo(url, CLIENT, "-H", "Forwarded: for=198.51.100.66", "-H", "X-Request-Id: forged-2");

        assertThat(log())
                .filteredOn(line -> line.contains("\"requests\"") && line.contains("forged-"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"client\":\"" + CLIENT + "\""));
    }

    /** The lines of the stopped server. */
    private List<String> log() {
        server.signal("TERM");
        assertThat(server.exitCode()).isZero();
        return server.laterLines();
    }
}
