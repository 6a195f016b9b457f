package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.SlowClient;
import dev.agoratoken.http.settings.ServerLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests whose body breaks off, many more of them than can be worked on at a time: none keeps its place. */
@Tag("slow")
class BrokenBodiesTest {
    private static final int PLACES = 5;
    private static final int BROKEN = 8 * PLACES;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ServerLimits PATIENT = new ServerLimits(500, PLACES, 200, LONG, LONG);
    private static final ServerLimits IMPATIENT = new ServerLimits(500, PLACES, 200, SHORT, LONG);

    private static final String TOKEN = "/rtc/testing/publisher/uid/1234/";
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String GET = "GET " + TOKEN + HOST + "\r\n";
    private static final String POST = "POST /v1/tokens" + HOST + "Content-Type: application/json\r\n";
    private static final String WITH_LENGTH = POST + "Content-Length: 9\r\n\r\n{";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n";

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
    private static final int STREAMS_OF_A_CONNECTION = 8;

    /** Until the server waits for the rest of the bodies. */
    private static final int PAUSE_IN_MILLIS = 40;

    private static final String GOAWAY = "\0\0\10\7\0\0\0\0\0" + "\0\0\0\1\0\0\0\0";

    /** How a client over HTTP/1.1 breaks off. */
    private enum Break {
        RESET_WITH_LENGTH(client -> client.sends(WITH_LENGTH).resets()),
        RESET_CHUNKED(client -> client.sends(CHUNKED).resets()),
        END_WITH_LENGTH(client -> client.sends(WITH_LENGTH).hangUp()),
        HALF_CLOSE(client ->
                assertThat(client.sends(WITH_LENGTH).ends().isClosed()).isTrue()),
        MALFORMED_CHUNK(client ->
                assertThat(client.sends(CHUNKED + "zz\r\n").isClosed()).isTrue()),
        GET_THEN_RESET(client -> client.sends(GET).resets()),
        RESET_WHILE_ANSWERED(client ->
                client.sends(GET.replace(TOKEN, "/openapi.json").repeat(20)).resets());

        private final Consumer<SlowClient> deed;

        Break(Consumer<SlowClient> deed) {
            this.deed = deed;
        }
    }

    /** How a client over HTTP/2 breaks off a few bodies at once. */
    private enum StreamBreak {
        RESET_STREAM(client -> {
            for (int i = 0; i < STREAMS_OF_A_CONNECTION; i++) {
                client.sends("\0\0\4\3\0\0\0\0" + id(i) + "\0\0\0\10");
            }
        }),
        END(SlowClient::hangUp),
        RESET(SlowClient::resets),
        GOAWAY_THEN_END(client -> client.sends(GOAWAY).hangUp()),
        GOAWAY_THEN_RESET(client -> client.sends(GOAWAY).resets());

        private final Consumer<SlowClient> deed;

        StreamBreak(Consumer<SlowClient> deed) {
            this.deed = deed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepNoPlaceOverTheFirstVersion(Break way) {
        try (HttpFixture server = HttpFixture.started(PATIENT)) {
            for (int i = 0; i < BROKEN; i++) {
                try (SlowClient client = SlowClient.of(server)) {
                    way.deed.accept(client);
                }
            }

            assertThat(server.get(TOKEN).status()).isEqualTo(200);
        }
    }

    @Test
    void keepNoPlaceWhenTheyTakeTooLong() {
        try (HttpFixture server = HttpFixture.started(IMPATIENT)) {
            List<SlowClient> clients = new ArrayList<>();
            for (int i = 0; i < BROKEN; i++) {
                clients.add(SlowClient.of(server).sends(i % 2 == 0 ? WITH_LENGTH : CHUNKED));
            }
            for (SlowClient client : clients) {
                assertThat(client.isClosed()).isTrue();
                client.close();
            }

            assertThat(server.get(TOKEN).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepNoPlaceOverTheSecondVersion(StreamBreak way) {
        try (HttpFixture server = HttpFixture.started(PATIENT)) {
            for (int i = 0; i < BROKEN / STREAMS_OF_A_CONNECTION; i++) {
                try (SlowClient client = openStreams(server)) {
                    way.deed.accept(client);
                }
            }

            assertThat(server.get(TOKEN).status()).isEqualTo(200);
        }
    }

    @Test
    void keepNoPlaceWhenStreamsTakeTooLong() {
        try (HttpFixture server = HttpFixture.started(IMPATIENT)) {
            for (int i = 0; i < BROKEN / STREAMS_OF_A_CONNECTION; i++) {
                try (SlowClient client = openStreams(server)) {
                    assertThat(client.resetsStreams(STREAMS_OF_A_CONNECTION)).isTrue();
                }
            }

            assertThat(server.get(TOKEN).status()).isEqualTo(200);
        }
    }

    /** A connection with a few requests, each with one byte of its body. */
    private static SlowClient openStreams(HttpFixture server) {
        SlowClient client = SlowClient.of(server).sends(PREFACE);
        for (int i = 0; i < STREAMS_OF_A_CONNECTION; i++) {
            client.sends(head(i) + "\0\0\1\0\0\0\0\0" + id(i) + "{");
        }
        assertThat(client.isClosedWithin(PAUSE_IN_MILLIS)).isFalse();
        return client;
    }

    /** The headers of {@code POST /v1/tokens} with nine bytes of JSON. */
    private static String head(int stream) {
        String fields = "\u0083\u0086\u0004\12/v1/tokens\u0001\11localhost\17\15\u00019\17\20\20application/json";
        return "\0\0" + (char) fields.length() + "\1\4\0\0\0" + id(stream) + fields;
    }

    private static String id(int stream) {
        return String.valueOf((char) (2 * stream + 1));
    }
}
