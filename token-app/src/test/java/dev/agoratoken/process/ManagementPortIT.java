package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import dev.agoratoken.process.Program.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementPortIT {
    private static final Pattern READY = Pattern.compile("http://[^ ]+/health/ready");

    @TempDir
    private Path folder;

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void answersProbesUntilTheServerHasStopped() throws Exception {
        Map<String, String> variables = Map.of("SERVER_MANAGEMENT_PORT", "0", "SERVER_STOP_DELAY", "3s");
        try (Server server =
                Program.launcher(folder).with(Program.PROJECT).with(variables).serve("--port", "0")) {
            Matcher matcher = READY.matcher(String.join("\n", server.announcement()));
            assertThat(matcher.find()).isTrue();
            String ready = matcher.group();
            assertThat(get(ready).statusCode()).isEqualTo(200);
            assertThat(get(server.address() + "/health/ready").statusCode()).isEqualTo(404);

            server.signal("TERM");

            HttpResponse<String> probe = get(ready);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (probe.statusCode() == 200 && System.nanoTime() < deadline) {
                probe = get(ready);
            }
            assertThat(probe.statusCode()).isEqualTo(503);
            assertThat(probe.body()).contains("\"status\":\"stopping\"");
            assertThat(server.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_MANAGEMENT_PORT | 18080 | SERVER_MANAGEMENT_PORT (environment): 18080",
                "SERVER_MANAGEMENT_PORT | x | SERVER_MANAGEMENT_PORT (environment): ",
                "SERVER_TRUSTED_PROXIES | 10.0.0.1/8 | SERVER_TRUSTED_PROXIES (environment): ",
                "SERVER_TRUSTED_PROXIES | proxy.example | SERVER_TRUSTED_PROXIES (environment): ",
                "LOG_LEVEL | loud | LOG_LEVEL (environment): "
            })
    void endsWithTwoAndOneLineIfASettingIsInvalid(String name, String value, String message) {
        for (String format : new String[] {"text", "json"}) {
            Outcome outcome = Program.launcher(folder)
                    .with(Program.PROJECT)
                    .with(Map.of(name, value, "LOG_FORMAT", format))
                    .run("serve", "--port", "18080");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err().lines()).singleElement().asString().startsWith("agora-token: " + message);
        }
    }

    @Test
    void endsWithTwoAndOneLineIfThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = Integer.toString(other.getLocalPort());
            Outcome outcome = Program.launcher(folder)
                    .with(Program.PROJECT)
                    .with(Map.of("SERVER_MANAGEMENT_PORT", taken))
                    .run("serve", "--port", "0");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("agora-token: management-port: " + taken + " ");
        }
    }
}
