package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What unfinished bodies take of the memory of the packaged server, in the heap that its launcher sets. */
@EnabledOnOs(OS.LINUX)
class SlowBodiesIT {
    /** Stated in the README. */
    private static final int MEGABYTES = 400;

    private static final int UNFINISHED = 16_000;
    private static final String HEAD =
            "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 16384\r\n\r\n{";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    @TempDir
    private Path folder;

    private final List<Socket> clients = new ArrayList<>();

    @Test
    void areBoundedOverTheFirstVersion() throws Exception {
        String unfinished = HEAD + " ".repeat(UNFINISHED);
        try (Program.Server server = start()) {
            for (int i = 0; i < 2_500; i++) {
                send(server, unfinished);
            }

            assertThat(token(server)).isEqualTo(200);
            assertThat(server.peakMegabytes()).isLessThan(MEGABYTES);
        } finally {
            hangUp();
        }
    }

    @Test
    void areBoundedOverTheSecondVersion() throws Exception {
        StringBuilder unfinished = new StringBuilder(PREFACE);
        for (int stream = 0; stream < 65; stream++) {
            unfinished.append(head(stream)).append(frame(0, 0, stream, "{" + " ".repeat(UNFINISHED)));
        }
        try (Program.Server server = start()) {
            for (int i = 0; i < 300; i++) {
                send(server, unfinished.toString());
            }

            assertThat(token(server)).isEqualTo(200);
            assertThat(server.peakMegabytes()).isLessThan(MEGABYTES);
        } finally {
            hangUp();
        }
    }

    private Program.Server start() {
        return Program.launcher(folder)
                .with(Program.PROJECT)
                .with(Map.of("SERVER_PORT", "0"))
                .serve();
    }

    /** What is answered meanwhile is not read; the server may hang up on the oldest. */
    private void send(Program.Server server, String text) {
        try {
            Socket client = new Socket(
                    InetAddress.getLoopbackAddress(),
                    URI.create(server.address()).getPort());
            clients.add(client);
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It counts with what it has sent.
        }
    }

    private void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    private static int token(Program.Server server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address()).resolve("/rtm/1234/"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    /** The headers of {@code POST /v1/tokens}. */
    private static String head(int stream) {
        return frame(1, 4, stream, "\u0083\u0086\u0004\12/v1/tokens\u0001\11localhost\17\20\20application/json");
    }

    private static String frame(int type, int flags, int stream, String payload) {
        int length = payload.length();
        return "\0" + (char) (length >> 8) + (char) (length & 0xFF) + (char) type + (char) flags + "\0\0\0"
                + (char) (2 * stream + 1) + payload;
    }
}
