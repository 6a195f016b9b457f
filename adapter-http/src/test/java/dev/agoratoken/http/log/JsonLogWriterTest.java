package dev.agoratoken.http.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

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
        log.write(List.of(
                new RequestLog.Entry(HttpFixture.NOW, "GET", "/ping", 200, 0.25, "open", "203.0.113.7", "abc", null)));

        assertThat(lines())
                .containsExactly(Map.ofEntries(
                        Map.entry("time", "2026-11-24T12:00:00Z"),
                        Map.entry("level", "info"),
                        Map.entry("logger", "requests"),
                        Map.entry("message", "GET /ping 200"),
                        Map.entry("method", "GET"),
                        Map.entry("route", "/ping"),
                        Map.entry("status", 200),
                        Map.entry("millis", new java.math.BigDecimal("0.25")),
                        Map.entry("caller", "open"),
                        Map.entry("client", "203.0.113.7"),
                        Map.entry("requestId", "abc")));
    }

    @Test
    void writesAnEventAsOneObject() {
        log.writeEvent("warn", "ReloadingTls", "first \"quoted\"\nsecond \u2713", null);

        assertThat(lines())
                .containsExactly(Map.of(
                        "time", "2026-11-24T12:00:00Z",
                        "level", "warn",
                        "logger", "ReloadingTls",
                        "message", "first \"quoted\"\nsecond \u2713"));
    }

    @Test
    void writesAStackTraceAsOneText() {
        log.writeEvent(
                "error", "Server", "failed", new IllegalStateException("outer", new ArithmeticException("inner")));

        assertThat(lines())
                .singleElement()
                .asInstanceOf(MAP)
                .hasEntrySatisfying(
                        "error",
                        error -> assertThat((String) error)
                                .startsWith("java.lang.IllegalStateException: outer\n\tat "
                                        + JsonLogWriterTest.class.getName())
                                .contains("\nCaused by: java.lang.ArithmeticException: inner")
                                .doesNotEndWith("\n"));
    }

    @Test
    void putsTheFieldsOfAnEventBeforeAnObject() {
        log.writeObject("info", "audit", "decision", "{\"time\":\"now\",\"outcome\":\"issued\"}");

        assertThat(lines())
                .containsExactly(Map.of(
                        "level", "info", "logger", "audit", "message", "decision", "time", "now", "outcome", "issued"));
    }
}
