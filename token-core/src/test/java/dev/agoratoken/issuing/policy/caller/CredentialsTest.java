package dev.agoratoken.issuing.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final String ADDRESS = "127.0.0.1";

    @Test
    void holdOneSecretOrNone() {
        assertThat(presented(new PresentedSecret.Single("secret")).bearerOrApiKey())
                .contains("secret");
        assertThat(Credentials.none(ADDRESS).bearerOrApiKey()).isEmpty();
    }

    @Test
    void refuseASecretThatCannotBeUsed() {
        Credentials credentials = presented(new PresentedSecret.Unusable("there are several", "send one"));

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(credentials::bearerOrApiKey)
                .withMessage("credentials: there are several; send one")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("unknown_caller"));
    }

    @Test
    void neverPrintWhatIsSecret() {
        Credentials credentials = presented(new PresentedSecret.Single("secret"));

        assertThat(credentials).hasToString("Credentials[127.0.0.1]");
        assertThat(credentials.presented()).hasToString("Single[...]");
    }

    private static Credentials presented(PresentedSecret secret) {
        return new Credentials(secret, Optional.empty(), ADDRESS);
    }
}
