package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.SlowClient;
import dev.agoratoken.http.settings.ServerLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and read nothing, more of them than there are threads or places. */
class UnreadResponsesTest {
    private static final int PLACES = 5;
    private static final int CLIENTS = 300;
    private static final int REQUESTS = 150;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String TOKEN = "/rtc/testing/publisher/uid/1234/";
    private static final String REQUEST = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    /** Lets no stream send anything. */
    private static final String NO_WINDOW = "\0\0\6\4\0\0\0\0\0\0\4\0\0\0\0";

    private static final String ACKNOWLEDGED = "\0\0\0\4\1\0\0\0\0";
    private static final int STREAMS = 90;

    @Test
    void holdNoThreadAndNoPlace() {
        try (HttpFixture server = HttpFixture.started(new ServerLimits(500, PLACES, 500, LONG, LONG))) {
            List<SlowClient> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(SlowClient.narrow(server).sends(REQUEST.repeat(REQUESTS)));
            }

            assertThat(waiting(server, CLIENTS)).isEqualTo(CLIENTS);
            assertThat(server.get(TOKEN).status()).isEqualTo(200);
            assertThat(server.get("/health/ready").status()).isEqualTo(200);

            clients.forEach(SlowClient::close);
        }
    }

    @Test
    void holdNoThreadAndNoPlaceOnStreamsOfOneConnection() {
        try (HttpFixture server = HttpFixture.started(new ServerLimits(500, PLACES, 500, LONG, LONG));
                SlowClient client = SlowClient.of(server).sends(PREFACE + NO_WINDOW + ACKNOWLEDGED)) {
            for (int i = 0; i < STREAMS; i++) {
                client.sends(get(i));
            }

            assertThat(waiting(server, STREAMS)).isEqualTo(STREAMS);
            assertThat(server.get(TOKEN).status()).isEqualTo(200);
        }
    }

    @Test
    void areGivenUpInTheEnd() {
        try (HttpFixture server = HttpFixture.started(new ServerLimits(500, PLACES, 500, Duration.ofSeconds(3), LONG));
                SlowClient first = SlowClient.narrow(server).sends(REQUEST.repeat(REQUESTS));
                SlowClient second = SlowClient.of(server).sends(PREFACE + NO_WINDOW + ACKNOWLEDGED + get(0))) {
            // A client that begins to read before its answer waits is not given up.
            assertThat(waiting(server, 2)).isEqualTo(2);
            assertThat(second.resetsStreams(1)).isTrue();
            assertThat(waiting(server, 0)).isZero();
            assertThat(first.isClosed()).isTrue();
        }
    }

    /** The headers of {@code GET /openapi.json}, and the end of the stream. */
    private static String get(int stream) {
        String fields = "\u0082\u0086\u0004\15/openapi.json\u0001\11localhost";
        return "\0\0" + (char) fields.length() + "\1\5\0\0\0" + (char) (2 * stream + 1) + fields;
    }

    /** How many requests wait: that many, or as many as do after some time. */
    private static int waiting(HttpFixture server, int expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int waiting = waiting(server);
        while (waiting != expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000);
            waiting = waiting(server);
        }
        return waiting;
    }

    private static int waiting(HttpFixture server) {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("agora_requests_waiting "))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
