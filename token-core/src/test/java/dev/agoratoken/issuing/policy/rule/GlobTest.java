package dev.agoratoken.issuing.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, anything",
        "class-*, class-",
        "class-*, class-1-a",
        "class-1, class-1",
        "*-end, one-end-end",
        "a*b*c, aXbYbZc",
        "a**c, ac",
        "class-*, class-*",
        "class-*, class-1*x",
        "*, *"
    })
    void coversWhatItsStarsCanStandFor(String pattern, String text) {
        assertThat(new Glob(pattern).covers(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "class-*, Class-1",
        "class-*, class",
        "class-1, class-12",
        "class-12, class-1",
        "a*b*c, aXbY",
        "class-*, c*",
        "class-1*, class-*",
        "class-1, class-*",
        "a.c, abc",
        "[ab], a",
        "a?c, abc"
    })
    void coversNothingElse(String pattern, String text) {
        assertThat(new Glob(pattern).covers(text)).isFalse();
    }

    @Test
    void coversTheEmptyTextOnlyWithStars() {
        assertThat(new Glob("**").covers("")).isTrue();
        assertThat(new Glob("a").covers("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "staff-*, staff-1",
        "staff-*, *",
        "staff-*, s*",
        "staff-*, *-night",
        "staff-1, staff-1",
        "a*, *b",
        "a*c*e, *b*d*",
        "*, x"
    })
    void overlapsWhereOneTextMatchesBoth(String pattern, String other) {
        assertThat(new Glob(pattern).overlaps(other)).isTrue();
        assertThat(new Glob(other).overlaps(pattern)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"staff-*, staf", "staff-*, class-*", "a*b, *c", "staff-1, staff-2", "staff-1, Staff-1", "ab*, b*"})
    void doesNotOverlapWhereNoTextMatchesBoth(String pattern, String other) {
        assertThat(new Glob(pattern).overlaps(other)).isFalse();
        assertThat(new Glob(other).overlaps(pattern)).isFalse();
    }

    @Test
    void doesNotBlowUpOnPatternsMadeForIt() {
        String stars = "a*".repeat(120) + "b";
        String text = "a".repeat(255);

        assertThat(new Glob(stars).covers(text)).isFalse();
        assertThat(new Glob(stars).overlaps(text)).isFalse();
        assertThat(new Glob(stars).overlaps("*a".repeat(120) + "c")).isFalse();
    }
}
