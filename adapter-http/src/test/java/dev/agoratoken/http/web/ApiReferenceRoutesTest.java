package dev.agoratoken.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReferenceRoutesTest {
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.withoutConsole();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, application/json",
        "/reference, text/html",
        "/reference.css, text/css",
        "/reference.js, text/javascript"
    })
    void servesTheDocumentAndItsPageAlsoWithoutTheConsole(String path, String contentType) {
        Answer answer = server.get(path);
        Answer again = server.send("GET", path, Map.of("If-None-Match", answer.header("ETag")), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(contentType);
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; ")
                .doesNotContain("unsafe");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void isLinkedFromTheConsole() {
        try (HttpFixture withConsole = HttpFixture.started()) {
            assertThat(withConsole.get("/").body()).contains("<a href=\"reference\">");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("})
    void makesNoMarkupOfWhatItShows(String way) {
        assertThat(server.get("/reference.js").body()).contains("append(").doesNotContain(way);
    }
}
