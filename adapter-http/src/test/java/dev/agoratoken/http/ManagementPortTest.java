package dev.agoratoken.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementPortTest {
    private final HttpFixture server = HttpFixture.withManagementPort(0, 0);
    private final HttpFixture management = server.management();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics", "/version"})
    void hasTheRoutesForOperatorsAndThePublicPortDoesNot(String path) {
        assertThat(management.get(path).status()).isEqualTo(200);
        assertThat(server.get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/console.js", "/ping", "/rtm/1/", "/rtc/a/publisher/uid/1/", "/openapi.json", "/reference"
            })
    void hasNoOtherRoutes(String path) {
        assertThat(management.get(path).status()).isEqualTo(404);
        assertThat(server.get("/ping").status()).isEqualTo(200);
    }

    @Test
    void namesItsRoutesForAnUnknownPath() {
        assertThat(management.get("/ping").json())
                .hasEntrySatisfying(
                        "error",
                        error -> ApprovedMessages.verify("unknown path on the management port", error.toString()));
    }

    @Test
    void issuesNoTokens() {
        String request = "{\"services\":[{\"type\":\"rtm\",\"userId\":\"ann\"}]}";
        Map<String, String> json = Map.of("Content-Type", "application/json");

        assertThat(management.send("POST", "/v1/tokens", json, request).status())
                .isEqualTo(404);
        assertThat(server.send("POST", "/v1/tokens", json, request).status()).isEqualTo(201);
    }

    @Test
    void hasTheMetricsOfThePublicPort() {
        server.get("/ping");

        assertThat(management.get("/metrics").body())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/ping\",status=\"200\"} 1");
    }

    @Test
    void checksTheHostLikeThePublicPort() {
        assertThat(management
                        .send("GET", "/metrics", Map.of("Host", "evil.example"), null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isLogged() {
        management.get("/metrics");

        assertThat(server.stoppedLog()).extracting(RequestLog.Entry::route).containsExactly("/metrics");
    }

    @Test
    void answersProbesWhileTheServerStops() {
        try (HttpFixture stopping = HttpFixture.stoppingWithManagementPort()) {
            Answer ready = stopping.management().get("/health/ready");

            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json()).containsEntry("status", "stopping");
            assertThat(stopping.management().get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void isClosedAfterTheStop() {
        int port = management.port();
        server.close();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    void namesTheManagementPortIfItIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> HttpFixture.withManagementPort(0, taken))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("management-port"))
                    .satisfies(e -> ApprovedMessages.verify(
                            "management port", e.getMessage().replace(Integer.toString(taken), "PORT")));
        }
    }

    @Test
    void leavesThePublicPortClosedIfItIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = freePort();

            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> HttpFixture.withManagementPort(free, other.getLocalPort()));

            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), free).close());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
