package dev.agoratoken.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.Answer;
import dev.agoratoken.http.HttpFixture;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.TokenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "unreadable_json, 400",
        "unknown_field, 400",
        "body_broke_off, 400",
        "malformed_request, 400",
        "unknown_caller, 401",
        "not_allowed, 403",
        "banned, 403",
        "origin_not_allowed, 403",
        "not_found, 404",
        "unknown_project, 404",
        "unknown_ban, 404",
        "method_not_allowed, 405",
        "ban_exists, 409",
        "body_too_long, 413",
        "unsupported_media_type, 415",
        "host_not_allowed, 421",
        "invalid_value, 422",
        "rate_limited, 429",
        "head_too_long, 431",
        "internal_error, 500",
        "caller_check_unavailable, 503",
        "audit_unavailable, 503",
        "shared_state_unavailable, 503",
        "ban_store_unavailable, 503",
        "overloaded, 503"
    })
    void explainsEveryCode(String code, int status) {
        Answer answer = server.get("/errors/" + code);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("code", "title", "status", "remedy");
        assertThat(answer.json()).containsEntry("code", code).containsEntry("status", status);
        ApprovedMessages.verify(
                code, answer.json().get("title") + ": " + answer.json().get("remedy"));
    }

    @Test
    void knowsNoCodeBesideThese() {
        assertThat(ErrorCode.values()).hasSize(25);
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
