package dev.agoratoken.issuing.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer secret", "bearer secret", "  BEARER   secret "})
    void knowABearerToken(String authorization) {
        assertThat(credentials(List.of(authorization), List.of()).bearerOrApiKey())
                .contains("secret");
    }

    @Test
    void knowAKeyByItself() {
        assertThat(credentials(List.of(), List.of(" secret ")).bearerOrApiKey()).contains("secret");
    }

    @Test
    void mayHoldNone() {
        assertThat(Credentials.none("127.0.0.1").bearerOrApiKey()).isEmpty();
    }

    @Test
    void refuseTwoOfThemEvenIfTheyAreEqual() {
        assertRefused(credentials(List.of("Bearer a", "Bearer b"), List.of()), "there are several");
        assertRefused(credentials(List.of("Bearer a", "Bearer a"), List.of()), "there are several");
        assertRefused(credentials(List.of(), List.of("a", "a")), "there are several");
        assertRefused(credentials(List.of("Bearer a"), List.of("a")), "there are several");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic c2VjcmV0", "secret", "Bearer", "", "Bearersecret"})
    void refuseOtherAuthorizations(String authorization) {
        assertRefused(credentials(List.of(authorization), List.of()), "the authorization is no bearer token");
    }

    @Test
    void neverPrintWhatIsSecret() {
        assertThat(credentials(List.of("Bearer secret"), List.of("other"))).hasToString("Credentials[127.0.0.1]");
    }

    private static void assertRefused(Credentials credentials, String problem) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(credentials::bearerOrApiKey)
                .withMessageContaining(problem)
                .withMessageNotContaining("c2Vjc")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("unknown_caller"));
    }

    private static Credentials credentials(List<String> authorizations, List<String> keys) {
        return new Credentials(authorizations, keys, Optional.empty(), "127.0.0.1");
    }
}
