package dev.agoratoken.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.agoratoken.http.log.JsonLogWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;

class JsonLoggerProviderTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final JsonLoggerProvider.JsonLoggerFactory loggers =
            new JsonLoggerProvider.JsonLoggerFactory(new JsonLogWriter(
                    new PrintStream(written, true, StandardCharsets.UTF_8), InstantSource.fixed(Instant.EPOCH)));
    private final Logger log = loggers.getLogger("dev.agoratoken.Example");

    private List<JsonNode> events() {
        return written.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonLoggerProviderTest::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesAnExceptionAsOneObject() {
        log.error("{} of {} failed", 1, 2, new IllegalStateException("first line\nsecond line"));

        assertThat(events()).singleElement().satisfies(event -> {
            assertThat(event.fieldNames()).toIterable().containsExactly("time", "level", "logger", "message", "error");
            assertThat(event.path("time").asText()).isEqualTo("1970-01-01T00:00:00Z");
            assertThat(event.path("level").asText()).isEqualTo("error");
            assertThat(event.path("logger").asText()).isEqualTo("dev.agoratoken.Example");
            assertThat(event.path("message").asText()).isEqualTo("1 of 2 failed");
            assertThat(event.path("error").asText())
                    .startsWith("java.lang.IllegalStateException: first line\nsecond line\n\tat ");
        });
    }

    @Test
    void hasTheLevelsOfSlf4jSimple() {
        Logger jetty = loggers.getLogger("org.eclipse.jetty.server.Server");
        jetty.info("not logged");
        jetty.warn("logged");
        jetty.atInfo().log("not logged");
        log.debug("not logged");
        log.atLevel(Level.INFO).addArgument("fluent").log("logged {}");

        assertThat(events())
                .extracting(event -> event.path("message").asText())
                .containsExactly("logged", "logged fluent");
    }

    @Test
    void isWhatSlf4jCreates() {
        JsonLoggerProvider provider = new JsonLoggerProvider();
        provider.initialize();

        assertThat(provider.getLoggerFactory().getLogger("any")).isInstanceOf(JsonLogger.class);
    }
}
