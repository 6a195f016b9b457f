package dev.agoratoken.http.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.http.HttpFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs into a stream that takes nothing. */
class RequestLogTest {
    private static final RequestLog.Entry LINE =
            new RequestLog.Entry(HttpFixture.NOW, "GET", "/ping", 200, 1, "open", "127.0.0.1", "r-1", null);

    private final PrintStream broken = new PrintStream(
            new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            },
            true,
            StandardCharsets.UTF_8);

    @Test
    void failsAsText() {
        RequestLog log = RequestLog.text(broken);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> log.write(List.of(LINE)));
    }

    @Test
    void failsAsJson() {
        RequestLog log = new JsonLogWriter(broken, InstantSource.fixed(HttpFixture.NOW));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> log.write(List.of(LINE)));
    }

    @Test
    void countsAsLost() {
        AsyncRequestLog queue = new AsyncRequestLog(RequestLog.text(broken), lines -> {});
        queue.add(LINE);
        queue.close();

        assertThat(queue.dropped()).isEqualTo(1);
    }
}
