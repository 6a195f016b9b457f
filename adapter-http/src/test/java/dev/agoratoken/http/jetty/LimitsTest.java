package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.SlowClient;
import dev.agoratoken.http.settings.ServerLimits;
import dev.agoratoken.http.tls.ReloadingTlsFixture;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.token.TokenFormat;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An idle connection is kept for minutes here, so what is closed sooner is closed because a request took too long. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT) // These tests mostly wait.
class LimitsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final ServerLimits IMPATIENT = new ServerLimits(100, 10, 10, SHORT, LONG);

    /** Handshakes take their time on a busy machine. */
    private static final ServerLimits SHAKING_HANDS = new ServerLimits(100, 10, 10, Duration.ofSeconds(3), LONG);

    private static final String PING = "GET /ping HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /getToken HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n";
    private static final String CHUNKED =
            "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    /** A whole request of HTTP/2 for the page at the root. */
    private static final String ROOT = "\0\0\16\1\5\0\0\0\1\u0082\u0086\u0084\101\11localhost";

    /** The beginning of headers that would be 16383 bytes long. */
    private static final String LONG_FRAME = "\0\77\377\1\4\0\0\0\3";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /ping HTTP/1.1\r\n",
                "GET /ping HTTP/1.1\r\nHost: localhost\r\nX: ",
                POST,
                POST + "{",
                CHUNKED
            })
    void closesAConnectionOnWhichARequestStaysHalfSent(String half) {
        try (HttpFixture server = HttpFixture.started(IMPATIENT);
                SlowClient client = SlowClient.of(server).sends(half)) {
            assertThat(server.get("/ping").status()).isEqualTo(200);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /", "GET /ping HTTP/1.1\r\nHost: localhost\r\nX: ", PING + "G", POST + "{\""})
    void closesAConnectionOnWhichARequestDrips(String beginning) {
        try (HttpFixture server = HttpFixture.started(IMPATIENT);
                SlowClient client = SlowClient.of(server).sends(beginning)) {
            assertThat(client.isClosedWhileDripping()).isTrue();
            assertThat(server.get("/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void keepsAConnectionOnWhichNothingComesForLonger() {
        try (HttpFixture server = HttpFixture.started(IMPATIENT);
                SlowClient client = SlowClient.of(server)) {
            assertThat(client.sends(PING).answer().status()).isEqualTo(200);
            assertThat(client.isClosedWithin(4 * (int) SHORT.toMillis())).isFalse();
            assertThat(client.sends(PING).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void keepsAnEncryptedConnectionOnWhichNothingWasAskedYetForLonger() {
        try (HttpFixture server = HttpFixture.started(ReloadingTlsFixture.files(), SHAKING_HANDS);
                SlowClient client = SlowClient.encrypted(server)) {
            assertThat(client.isClosedWithin(
                            2 * (int) SHAKING_HANDS.requestTimeout().toMillis()))
                    .isFalse();
            assertThat(client.sends(PING).answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", PING + "G", POST + "{\""})
    void closesAnEncryptedConnectionOnWhichARequestDrips(String beginning) {
        try (HttpFixture server = HttpFixture.started(ReloadingTlsFixture.files(), SHAKING_HANDS);
                SlowClient client = SlowClient.encrypted(server).sends(beginning)) {
            assertThat(client.isClosedWhileDripping()).isTrue();
        }
    }

    @Test
    void closesAConnectionOnWhichNoHandshakeComesToItsEnd() {
        try (HttpFixture server = HttpFixture.started(ReloadingTlsFixture.files(), SHAKING_HANDS);
                SlowClient client = SlowClient.of(server).sends("\26\3\1\2\0\1")) {
            assertThat(client.isClosedWhileDripping()).isTrue();
        }
    }

    @Test
    void keepsAConnectionOfTheSecondVersionOnWhichNothingWasAskedYetForLonger() {
        try (HttpFixture server = HttpFixture.started(IMPATIENT);
                SlowClient client = SlowClient.of(server).sends(PREFACE)) {
            assertThat(client.isClosedWithin(4 * (int) SHORT.toMillis())).isFalse();
        }
    }

    @Test
    void closesAConnectionOfTheSecondVersionOnWhichNothingComesToItsEnd() {
        ServerLimits serverLimits = new ServerLimits(100, 10, 10, Duration.ofSeconds(3), Duration.ofSeconds(4));
        try (HttpFixture server = HttpFixture.started(serverLimits);
                SlowClient client = SlowClient.of(server).sends(PREFACE + ROOT)) {
            assertThat(client.next(9)).hasSize(9);
            client.sends(LONG_FRAME);

            assertThat(client.isClosedWhileDripping()).isTrue();
        }
    }

    @Test
    void closesAConnectionOnWhichNothingComesInTheEnd() {
        ServerLimits serverLimits = new ServerLimits(100, 10, 10, LONG, SHORT);
        try (HttpFixture server = HttpFixture.started(serverLimits);
                SlowClient client = SlowClient.of(server)) {
            assertThat(client.sends(PING).answer().status()).isEqualTo(200);
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void answersWhatComesInOnePieceInItsOrder() {
        try (HttpFixture server = HttpFixture.started(IMPATIENT);
                SlowClient client = SlowClient.of(server).sends(PING + PING.replace("/ping", "/nothing") + PING)) {
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(client.answer().status()).isEqualTo(404);
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void closesConnectionsBeyondItsLimitAndTakesOthersWhenOneIsGone() {
        ServerLimits serverLimits = new ServerLimits(2, 10, 10, LONG, LONG);
        try (HttpFixture server = HttpFixture.started(serverLimits);
                SlowClient first = SlowClient.of(server);
                SlowClient second = SlowClient.of(server)) {
            assertThat(first.sends(PING).answer().status()).isEqualTo(200);
            assertThat(second.sends(PING).answer().status()).isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                try (SlowClient more = SlowClient.of(server)) {
                    assertThat(more.isClosed()).isTrue();
                }
            }

            first.hangUp();

            assertThat(isServedInTheEnd(server)).isTrue();
            assertThat(second.sends(PING).answer().status()).isEqualTo(200);
        }
    }

    private static boolean isServedInTheEnd(HttpFixture server) {
        for (int i = 0; i < 500; i++) {
            try (SlowClient client = SlowClient.of(server)) {
                if (!client.isClosedWithin(20)) {
                    return client.sends(PING).answer().status() == 200;
                }
            }
        }
        return false;
    }

    @Test
    void refusesAtOnceWhatItCannotWorkOnNow() {
        Busy busy = new Busy();
        try (HttpFixture server = HttpFixture.started(new ServerLimits(100, 1, 0, LONG, LONG), busy);
                SlowClient client = SlowClient.of(server).sends(PING)) {
            busy.awaitWork();

            Answer refused = server.get("/rtc/testing/publisher/uid/1234/");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.contentType()).isEqualTo("application/json");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.json()).containsOnlyKeys("error", "status").containsEntry("status", 503);
            assertThat(server.post("/v1/tokens", "{}").json())
                    .containsEntry("code", "overloaded")
                    .containsEntry("status", 503);
            assertThat(server.get("/health/live").status()).isEqualTo(200);

            busy.finish();
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void letsOthersWaitForTheirTurn() {
        Busy busy = new Busy();
        try (HttpFixture server = HttpFixture.started(new ServerLimits(100, 1, 1, LONG, LONG), busy);
                SlowClient first = SlowClient.of(server).sends(PING);
                SlowClient second = SlowClient.of(server)) {
            busy.awaitWork();
            second.sends(PING);
            assertThat(second.isClosedWithin(100)).isFalse();

            busy.finish();

            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(second.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void isNotReadyWhileEveryPlaceStaysTaken() {
        Busy busy = new Busy();
        try (HttpFixture server = HttpFixture.started(new ServerLimits(100, 1, 0, LONG, LONG), busy);
                SlowClient client = SlowClient.of(server).sends(PING)) {
            busy.awaitWork();
            assertThat(server.get("/health/ready").status()).isEqualTo(200);

            Answer answer = readiness(server, 503);

            assertThat(answer.json()).containsEntry("status", "overloaded");
            busy.finish();
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(readiness(server, 200).json()).containsEntry("status", "ready");
        }
    }

    /** The answer about readiness that has that status, or the last one after some seconds. */
    private static Answer readiness(HttpFixture server, int status) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Answer answer = server.get("/health/ready");
        while (answer.status() != status && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000);
            answer = server.get("/health/ready");
        }
        return answer;
    }

    @Test
    void doesNotCountARequestWhoseBodyIsNotThere() {
        try (HttpFixture server = HttpFixture.started(new ServerLimits(100, 1, 0, LONG, LONG));
                SlowClient client = SlowClient.of(server).sends(POST + "{")) {
            assertThat(client.isClosedWithin(100)).isFalse();
            assertThat(server.get("/ping").status()).isEqualTo(200);
        }
    }

    /** Works on its first request until it is told to finish. */
    private static final class Busy implements Supplier<AuthorizingIssuer> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch finished = new CountDownLatch(1);
        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public AuthorizingIssuer get() {
            if (first.getAndSet(false)) {
                begun.countDown();
                await(finished);
            }
            return AuthorizingIssuer.open(HttpFixture.issuer(TokenFormat.V007));
        }

        void awaitWork() {
            await(begun);
        }

        void finish() {
            finished.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
