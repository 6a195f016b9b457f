package dev.agoratoken.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoutesTest {
    /** Raised from 70,000 for the bans. */
    private static final int MAX_BYTES = 75_000;

    @ParameterizedTest
    @CsvSource({"/, text/html", "/console.css, text/css", "/console.js, text/javascript"})
    void servesThePageAndWhatBelongsToIt(String path, String contentType) {
        try (HttpFixture server = HttpFixture.started()) {
            Answer answer = server.get(path);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.contentType()).isEqualTo(contentType);
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; ")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void letsBrowsersKeepItButAskEachTime() {
        try (HttpFixture server = HttpFixture.started()) {
            Answer first = server.get("/");
            Answer again = server.send("GET", "/", Map.of("If-None-Match", first.header("ETag")), null);

            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(first.headers()).doesNotContainKeys("Expires", "Pragma");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void answersHeadLikeGetWithoutABody() {
        try (HttpFixture server = HttpFixture.started()) {
            Answer answer = server.send("HEAD", "/", Map.of(), null);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console.css", "/console.js"})
    void isNotThereIfItIsSwitchedOff(String path) {
        try (HttpFixture server = HttpFixture.withoutConsole()) {
            assertThat(server.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void marksThePageOfADemo() {
        try (HttpFixture demo = HttpFixture.demo();
                HttpFixture server = HttpFixture.started()) {
            assertThat(demo.get("/").body()).contains("<html data-demo ");
            assertThat(server.get("/").body()).doesNotContain("data-demo");
        }
    }

    @Test
    void staysSmall() {
        int size = List.of("index.html", "console.css", "console.js").stream()
                .mapToInt(ConsoleRoutesTest::sizeOf)
                .sum();

        assertThat(size).isPositive().isLessThan(MAX_BYTES);
    }

    private static int sizeOf(String file) {
        try (InputStream in = ConsoleRoutes.class.getResourceAsStream("/console/" + file)) {
            return in.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
