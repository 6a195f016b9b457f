package dev.agoratoken.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 65535, 1",
        "65535, 1, 65535, 65535",
        "0, 0, 0, 0",
        "00007, 7, 7, 7",
        "9223372036854775807, 0, 9223372036854775807, 9223372036854775807"
    })
    void readsNumbersInTheRange(String text, long min, long max, long number) {
        assertThat(WholeNumber.parse(text, min, max)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 65535",
        "65536, 1, 65535",
        "655350, 1, 65535",
        "1, 0, 0",
        "9223372036854775808, 0, 9223372036854775807",
        "99999999999999999999999999, 0, 9223372036854775807"
    })
    void readsNoNumberOutsideTheRange(String text, long min, long max) {
        assertThat(WholeNumber.parse(text, min, max)).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" 1", "1 ", "+1", "-1", "1.0", "1e3", "0x1", "\u0661", "\uFF11", "/", ":"})
    void readsDigitsOnly(String text) {
        assertThat(WholeNumber.isDigits(text)).isFalse();
        assertThat(WholeNumber.parse(text, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void knowsAllTenDigits() {
        assertThat(WholeNumber.isDigits("0123456789")).isTrue();
    }
}
