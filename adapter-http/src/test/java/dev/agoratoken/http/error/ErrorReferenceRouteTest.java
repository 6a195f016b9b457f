package dev.agoratoken.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.token.TokenException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReferenceRouteTest {
    private static HttpFixture server;

    @BeforeAll
    static void start() {
        server = HttpFixture.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryCode(ErrorCode code) {
        Answer answer = server.get("/errors/" + code.label());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(Map.of(
                        "code", code.label(), "title", code.title(), "status", code.status(), "remedy", code.hint()));
    }

    @Test
    void standsWhereAProblemPointsTo() {
        Answer problem = server.post("/v1/tokens", "{}");

        assertThat(server.get((String) problem.json().get("type")).json())
                .containsEntry("code", "unsupported_media_type")
                .containsEntry("status", problem.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/errors/nonsense", "/errors/NOT_FOUND", "/errors/", "/errors", "/errors/not_found/x"})
    void knowsNoOtherCodes(String target) {
        assertThat(server.get(target).status()).isEqualTo(404);
    }

    @Test
    void takesAFailureThatNobodyThoughtOfForOurFault() {
        TokenException unforeseen = new TokenException("brand_new", "nobody has seen this") {
            private static final long serialVersionUID = 1L;
        };

        assertThat(ErrorCode.of(unforeseen)).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
}
