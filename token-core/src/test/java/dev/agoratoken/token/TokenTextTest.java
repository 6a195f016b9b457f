package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class TokenTextTest {
    private static final String TEXT = "007eJxTYNi/pqL4zazPf";

    @Test
    void revealsTheTokenToWhoeverAsksForIt() {
        assertThat(TokenText.of(TEXT).reveal()).isEqualTo(TEXT);
    }

    @Test
    void printsOnlyItsLength() {
        assertThat(TokenText.of(TEXT)).hasToString("TokenText[20 characters, redacted]");
    }

    @Test
    void comparesByItsText() {
        assertThat(TokenText.of(TEXT))
                .isEqualTo(TokenText.of(TEXT))
                .hasSameHashCodeAs(TokenText.of(TEXT))
                .doesNotHaveSameHashCodeAs(TokenText.of(TEXT + "="))
                .isNotEqualTo(TokenText.of(TEXT + "="))
                .isNotEqualTo(TEXT);
    }

    @Test
    void isNeverAbsent() {
        assertThatNullPointerException().isThrownBy(() -> TokenText.of(null));
    }
}
