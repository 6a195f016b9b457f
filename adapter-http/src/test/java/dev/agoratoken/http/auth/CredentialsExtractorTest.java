package dev.agoratoken.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.issuing.policy.caller.PresentedSecret;
import dev.agoratoken.testing.ApprovedMessages;
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
        assertRefused(List.of("Bearer a", "Bearer b"), List.of(), "several");
        assertRefused(List.of("Bearer a", "Bearer a"), List.of(), "several");
        assertRefused(List.of(), List.of("a", "a"), "several");
        assertRefused(List.of("Bearer a"), List.of("a"), "several");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic c2VjcmV0", "secret", "Bearer", "", "Bearersecret"})
    void refuseOtherAuthorizations(String authorization) {
        assertRefused(List.of(authorization), List.of(), "another authorization");
    }

    private static void assertRefused(List<String> authorizations, List<String> keys, String reason) {
        assertThat(CredentialsExtractor.secret(authorizations, keys))
                .isInstanceOfSatisfying(
                        PresentedSecret.Unusable.class,
                        unusable -> ApprovedMessages.verify(reason, unusable.problem() + "; " + unusable.remedy()));
    }
}
