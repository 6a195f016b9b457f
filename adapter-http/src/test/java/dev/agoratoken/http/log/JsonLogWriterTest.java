package dev.agoratoken.http.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.http.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLogWriterTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final JsonLogWriter log = new JsonLogWriter(
            new PrintStream(written, true, StandardCharsets.UTF_8), InstantSource.fixed(HttpFixture.NOW));

    private List<Object> lines() {
        return written.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonCodec.parse(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void writesARequestAsOneObject() {
        log.write(List.of(new RequestLog.Entry(HttpFixture.NOW, "GET", "/ping", 200, 0.25, "open", "abc", null)));

        assertThat(lines())
                .containsExactly(Map.of(
                        "time", "2026-11-24T12:00:00Z",
                        "method", "GET",
                        "route", "/ping",
                        "status", 200,
                        "millis", new java.math.BigDecimal("0.25"),
                        "caller", "open",
                        "requestId", "abc"));
    }

    @Test
    void makesAnObjectOfEachLineThatIsPrinted() {
        PrintStream messages = log.messageStream();
        messages.println("first \"quoted\"");
        messages.print("sec");
        messages.println("ond \u2713");
        messages.println();

        assertThat(lines())
                .containsExactly(
                        Map.of("time", "2026-11-24T12:00:00Z", "message", "first \"quoted\""),
                        Map.of("time", "2026-11-24T12:00:00Z", "message", "second \u2713"));
    }
}
