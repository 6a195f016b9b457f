package dev.agoratoken.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.policy.caller.PresentedSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsExtractorTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer secret", "bearer secret", "  BEARER   secret "})
    void knowABearerToken(String authorization) {
        assertThat(CredentialsExtractor.secret(List.of(authorization), List.of()))
                .isEqualTo(new PresentedSecret.Single("secret"));
    }

    @Test
    void knowAKeyByItself() {
        assertThat(CredentialsExtractor.secret(List.of(), List.of(" secret ")))
                .isEqualTo(new PresentedSecret.Single("secret"));
    }

    @Test
    void mayHoldNone() {
        assertThat(CredentialsExtractor.secret(List.of(), List.of())).isEqualTo(new PresentedSecret.Absent());
    }

    @Test
    void refuseTwoOfThemEvenIfTheyAreEqual() {
        assertRefused(List.of("Bearer a", "Bearer b"), List.of(), "there are several");
        assertRefused(List.of("Bearer a", "Bearer a"), List.of(), "there are several");
        assertRefused(List.of(), List.of("a", "a"), "there are several");
        assertRefused(List.of("Bearer a"), List.of("a"), "there are several");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic c2VjcmV0", "secret", "Bearer", "", "Bearersecret"})
    void refuseOtherAuthorizations(String authorization) {
        assertRefused(List.of(authorization), List.of(), "the authorization is no bearer token");
    }

    private static void assertRefused(List<String> authorizations, List<String> keys, String problem) {
        assertThat(CredentialsExtractor.secret(authorizations, keys))
                .isEqualTo(new PresentedSecret.Unusable(
                        problem, "send 'Authorization: Bearer ...' or 'X-Api-Key: ...', once"));
    }
}
