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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerIT {
    @TempDir
    private Path folder;

    private static String get(String url) throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void servesADemoWithoutAnyConfiguration() throws Exception {
        try (Server server = Program.jar(folder).serve("--demo", "--port", "0")) {
            assertThat(server.announcement().get(0)).startsWith("DEMO: ");
            assertThat(server.address()).startsWith("http://127.0.0.1:");
            assertThat(get(server.address() + "/health/ready")).contains("\"demo\":true");
            assertThat(get(server.address() + "/rtc/testing/publisher/uid/1234/"))
                    .matches("\\{\"rtcToken\":\"007[A-Za-z0-9+/]+=*\"}");
            assertThat(get(server.address() + "/rte/testing/publisher/userAccount/1234/"))
                    .matches("\\{\"rtcToken\":\"007[A-Za-z0-9+/]+=*\",\"rtmToken\":\"007[A-Za-z0-9+/]+=*\"}");
        }
    }

    @Test
    void saysWhereItIsForWhomAndWhatToTry() {
        try (Server server = Program.jar(folder).with(Program.PROJECT).serve("--port", "0")) {
            assertThat(server.announcement().get(0))
                    .isEqualTo("agora-token serves " + server.address() + " for App ID 970C...1b33, format 007;"
                            + " local clients only (--open or ALLOW_OPEN=true accepts all clients)");
            assertThat(String.join("\n", server.announcement()))
                    .contains(server.address() + "/rtc/testing/publisher/uid/1234/")
                    .doesNotContain(Program.APP_ID, Program.CERTIFICATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void endsWithZeroWhenItIsToldToStop(String signal) throws Exception {
        try (Server server = Program.launcher(folder).with(Program.PROJECT).serve("--port", "0")) {
            get(server.address() + "/ping");

            server.signal(signal);

            assertThat(server.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void losesNoRequestOfAConstantLoadWhenItIsToldToStop(String signal) {
        Map<String, String> delay = Map.of("SERVER_STOP_DELAY", "1s");
        try (Server server =
                Program.launcher(folder).with(Program.PROJECT).with(delay).serve("--port", "0")) {
            int port = URI.create(server.address()).getPort();

            List<String> failures = Load.run(port, 8, 4, () -> server.signal(signal));

            assertThat(failures).isEmpty();
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void endsWithTwoAndOneLineIfTheCertificateIsNone() {
        Outcome outcome = Program.jar(folder)
                .with(Map.of("APP_ID", Program.APP_ID, "APP_CERTIFICATE", Program.CERTIFICATE.substring(1)))
                .run("serve", "--port", "0");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("agora-token: APP_CERTIFICATE (environment): ")
                .doesNotContain(Program.CERTIFICATE.substring(1));
    }

    @Test
    void endsWithTwoAndOneLineIfThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = Program.jar(folder)
                    .with(Program.PROJECT)
                    .with(Map.of("PORT", Integer.toString(other.getLocalPort())))
                    .run("serve");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("agora-token: port: " + other.getLocalPort() + " ");
        }
    }

    @Test
    void takesFormatPortAndOriginsFromTheEnvironment() throws Exception {
        Map<String, String> variables = Map.of("TOKEN_FORMAT", "006", "SERVER_PORT", "0", "CORS_ALLOW_ORIGIN", "*");
        try (Server server =
                Program.launcher(folder).with(Program.PROJECT).with(variables).serve()) {
            assertThat(get(server.address() + "/rtm/1234/")).startsWith("{\"rtmToken\":\"006" + Program.APP_ID);
        }
    }
}
