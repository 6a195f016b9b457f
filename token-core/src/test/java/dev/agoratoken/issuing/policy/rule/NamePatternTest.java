package dev.agoratoken.issuing.policy.rule;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @Test
    void isANameOrAPattern() {
        assertThat(NamePattern.parse("class-1").with(Claims.NONE)).contains(new Glob("class-1"));
        assertThat(NamePattern.parse("class-*").with(Claims.NONE)).contains(new Glob("class-*"));
    }

    @Test
    void isOneNameWithoutAStar() {
        assertThat(NamePattern.parse("${claims.school}").isOneName()).isTrue();
        assertThat(NamePattern.parse("*-1").isOneName()).isFalse();
    }

    @Test
    void isEqualByItsText() {
        assertThat(NamePattern.parse("class-*"))
                .isEqualTo(NamePattern.parse("class-*"))
                .hasSameHashCodeAs(NamePattern.parse("class-*"))
                .isNotEqualTo(NamePattern.parse("class-1"))
                .doesNotHaveSameHashCodeAs(NamePattern.parse("class-1"));
    }

    @Test
    void fillsInClaims() {
        Claims claims = Claims.of(Map.of("school", "west", "https://example.com/grade", 7L));

        assertThat(NamePattern.parse("${claims.school}").with(claims)).contains(new Glob("west"));
        assertThat(NamePattern.parse("class-${claims.school}-${claims.https://example.com/grade}-*")
                        .with(claims))
                .contains(new Glob("class-west-7-*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${claims.admin}", "a/b", "../x", "$1", "[a-z]", "?", " ", ".+"})
    void takesClaimsLiterally(String claim) {
        Claims claims = Claims.of(Map.of("school", claim, "admin", "all"));

        assertThat(NamePattern.parse("${claims.school}").with(claims)).contains(new Glob(claim));
    }

    @Test
    void takesNoClaimWithAStar() {
        assertThat(with("school", "*")).isFalse();
        assertThat(with("school", "we*t")).isFalse();
    }

    @Test
    void takesNoClaimThatIsNotOneText() {
        assertThat(with("other", "west")).isFalse();
        assertThat(with("school", null)).isFalse();
        assertThat(with("school", "")).isFalse();
        assertThat(with("school", "a".repeat(256))).isFalse();
        assertThat(with("school", List.of("west"))).isFalse();
        assertThat(with("school", Map.of("name", "west"))).isFalse();
        assertThat(with("school", true)).isFalse();
        assertThat(with("school", 1.5)).isFalse();
    }

    private static boolean with(String name, Object value) {
        Map<String, Object> claims = new HashMap<>();
        claims.put(name, value);
        return NamePattern.parse("class-${claims.school}")
                .with(Claims.of(claims))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "${",
                "${claims.",
                "${claims.}",
                "${claims.a",
                "${school}",
                "${CLAIMS.a}",
                "a-${env.X}-${claims.a}"
            })
    void refusesWhatNamesNoClaim(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> NamePattern.parse(text))
                .returns("name", InvalidValueException::field)
                .satisfies(e -> verify("name " + text, e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${claims.a}${claims.b}", "${claims.a}*", "x-${claims.a}*-b", "*${claims.a}", "*-${claims.a}-*"})
    void refusesClaimsOfWhichNobodyCouldSayWhereTheyEnd(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> NamePattern.parse(text))
                .returns("name", InvalidValueException::field)
                .satisfies(e -> verify("name " + text, e.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({
        "class-${claims.a}-*, north-1",
        "class-${claims.a}-*, -",
        "class-${claims.a}-${claims.b}, north-1",
        "${claims.a}aa*, ba",
    })
    void takesNoClaimThatHoldsTheTextThatEndsIt(String template, String claim) {
        Claims claims = Claims.of(Map.of("a", claim, "b", "1"));

        assertThat(NamePattern.parse(template).with(claims)).isEmpty();
    }

    @Test
    void takesAnyClaimAtTheEnd() {
        Claims claims = Claims.of(Map.of("a", "north", "b", "1-2"));

        assertThat(NamePattern.parse("class-${claims.b}").with(claims)).contains(new Glob("class-1-2"));
        assertThat(NamePattern.parse("class-${claims.a}-${claims.b}").with(claims))
                .contains(new Glob("class-north-1-2"));
    }

    @Test
    void isOneNameWithoutStars() {
        assertThat(NamePattern.parse("${claims.sub}").isOneName()).isTrue();
        assertThat(NamePattern.parse("${claims.sub}-*").isOneName()).isFalse();
    }

    @Test
    void equalsWhatIsWrittenTheSame() {
        assertThat(NamePattern.parse("a*"))
                .isEqualTo(NamePattern.parse("a*"))
                .hasSameHashCodeAs(NamePattern.parse("a*"));
        assertThat(Arrays.asList(NamePattern.parse("a"), NamePattern.parse("b")))
                .doesNotHaveDuplicates();
        assertThat(NamePattern.parse("a-${claims.b}")).hasToString("a-${claims.b}");
    }
}
