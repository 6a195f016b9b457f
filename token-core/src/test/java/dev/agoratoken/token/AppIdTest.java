package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AppIdTest {
    private static final String TYPED = "970CA35de60c44645bbae8a215061b33";

    @Test
    void keepsItExactlyAsTyped() {
        assertThat(AppId.of(TYPED)).hasToString(TYPED);
        assertThat(AppId.of(TYPED).value()).isEqualTo(TYPED);
        assertThat(AppId.of(TYPED)).isEqualTo(AppId.of(TYPED)).isNotEqualTo(AppId.of(TYPED.toLowerCase()));
    }

    @Test
    void takesExactlyTheHexadecimalDigits() {
        String digits = "0123456789abcdefABCDEF";
        assertThat(IntStream.range(0, 0x180)).allSatisfy(c -> {
            String text = TYPED.substring(1) + (char) (int) c;
            if (digits.indexOf(c) >= 0) {
                assertThat(AppId.of(text).value()).isEqualTo(text);
            } else {
                assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> AppId.of(text));
            }
        });
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "970CA35de60c44645bbae8a215061b3",
                "970CA35de60c44645bbae8a215061b330",
                " 970CA35de60c44645bbae8a215061b3",
                "970CA35d-e60c-4464-5bba-e8a215061b33",
                "\uFF1170CA35de60c44645bbae8a215061b33"
            })
    void refusesAnythingBut32Digits(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AppId.of(text))
                .returns("appId", InvalidValueException::field)
                .satisfies(e -> verify("App ID " + text, e.getMessage()));
    }

    @Test
    void masksAllButTheEnds() {
        assertThat(AppId.of(TYPED).masked()).isEqualTo("970C...1b33");
    }
}
