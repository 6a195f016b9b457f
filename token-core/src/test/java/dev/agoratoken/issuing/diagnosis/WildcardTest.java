package dev.agoratoken.issuing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "*, abc, true",
        "1*a*2, 1abc2, true",
        "1*a*2, 1bc2, false",
        "a*, ab, true",
        "a*, ba, false",
        "*a, ba, true",
        "*ab, aab, true",
        "*a, ab, false",
        "a**b, ab, true",
        "a*b, aXbYb, true",
    })
    void matchesWholeNames(String pattern, String name, boolean matches) {
        assertThat(Wildcard.matches(pattern, name)).isEqualTo(matches);
    }

    @Test
    void takesNoLongerThanTheProductOfTheLengths() {
        assertThat(Wildcard.matches("*a".repeat(1000) + "b", "a".repeat(1000))).isFalse();
    }
}
