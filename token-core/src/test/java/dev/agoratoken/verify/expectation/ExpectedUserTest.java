package dev.agoratoken.verify.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.verify.expectation.ExpectedUser.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedUserTest {
    @Test
    void holdsWhatATokenForThatUserHolds() {
        assertThat(ExpectedUser.number(1234)).isEqualTo(new ExpectedUser(Kind.NUMBER, "1234"));
        assertThat(ExpectedUser.number(0)).isEqualTo(new ExpectedUser(Kind.ANYONE, ""));
        assertThat(ExpectedUser.account("a/b")).isEqualTo(new ExpectedUser(Kind.ACCOUNT, "a/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01234", "-1", "4294967296", "ann"})
    void refusesNumbersThatNoTokenHolds(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ExpectedUser(Kind.NUMBER, text))
                .satisfies(rejection -> assertThat(rejection.field()).isEqualTo("uid"));
    }

    @Test
    void refusesATextForAnyone() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ExpectedUser(Kind.ANYONE, "ann"))
                .satisfies(rejection -> {
                    assertThat(rejection.field()).isEqualTo("anyUser");
                    ApprovedMessages.verify("text for anyone", rejection.getMessage());
                });
    }

    @Test
    void wordsLeadingZerosAsApproved() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ExpectedUser(Kind.NUMBER, "01234"))
                .satisfies(rejection -> ApprovedMessages.verify("leading zero", rejection.getMessage()));
    }
}
