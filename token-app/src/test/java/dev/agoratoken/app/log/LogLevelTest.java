package dev.agoratoken.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.http.log.RequestLog;
import dev.agoratoken.token.InvalidValueException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLevelTest {
    private static final List<String> ROUTES = List.of("/ping", "/health/live", "/health/ready", "/metrics", "-");

    @ParameterizedTest
    @CsvSource({"error, ERROR", "WARN, WARN", "Info, INFO", "debug, DEBUG"})
    void hasAName(String name, LogLevel level) {
        assertThat(LogLevel.named(name)).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loud", "trace", "warning", ""})
    void hasNoOtherName(String name) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> LogLevel.named(name));
    }

    @ParameterizedTest
    @CsvSource({"ERROR, ''", "WARN, ''", "INFO, '/ping -'", "DEBUG, '/ping /health/live /health/ready /metrics -'"})
    void ofRequestsIsInfoAndOfProbesDebug(LogLevel level, String logged) {
        List<String> routes = new ArrayList<>();
        RequestLog all = lines -> lines.forEach(entry -> routes.add(entry.route()));

        new ServerLog(all, EventLog.NONE, lines -> {}, java.util.Optional.empty())
                .at(level)
                .requests()
                .write(ROUTES.stream().map(LogLevelTest::line).toList());

        assertThat(String.join(" ", routes)).isEqualTo(logged);
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void leavesOutRequestsInEveryFormat(LogFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        ServerLog log = format.open(err, InstantSource.fixed(Instant.EPOCH)).at(LogLevel.INFO);
        log.requests().write(List.of(line("/ping"), line("/metrics")));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("/ping").doesNotContain("/metrics");
    }

    @Test
    void ofEventsIncludesThoseBefore() {
        List<String> lines = new ArrayList<>();
        EventLog log = ((EventLog) (level, line) -> lines.add(line)).at(LogLevel.WARN);

        log.error("one");
        log.warn("two");
        log.info("three");

        assertThat(lines).containsExactly("one", "two");
    }

    private static RequestLog.Entry line(String route) {
        return new RequestLog.Entry(Instant.EPOCH, "GET", route, 200, 1, "-", "127.0.0.1", "id", null);
    }
}
