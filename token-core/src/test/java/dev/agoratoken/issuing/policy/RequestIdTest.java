package dev.agoratoken.issuing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @Test
    void takesWhatIsSafeToPrint() {
        assertThat(RequestId.of("aZ09_-.")).hasToString("aZ09_-.");
        assertThat(RequestId.isLegal("a".repeat(64))).isTrue();
        assertThat(RequestId.isLegal("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\"b", "\u00e4", "a\u2028b"})
    void refusesWhatCouldForgeALine(String id) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RequestId.of(id))
                .returns("requestId", InvalidValueException::field);
    }
}
