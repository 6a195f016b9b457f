package dev.agoratoken.text;

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

    /** Each pair of characters is compared at most once, and each step looks at no more than three. */
    @Test
    void takesNoMoreStepsThanTheProductOfTheLengths() {
        Counted pattern = new Counted("*a".repeat(100) + "b");
        Counted name = new Counted("a".repeat(1000));

        assertThat(Wildcard.matches(pattern, name)).isFalse();
        assertThat(pattern.looks + name.looks).isLessThanOrEqualTo(3L * pattern.length() * name.length());
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
