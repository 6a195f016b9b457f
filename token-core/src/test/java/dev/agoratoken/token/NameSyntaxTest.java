package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.token.NameFixture.NameType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that all types of names share. */
class NameSyntaxTest {
    @Test
    void knows89LegalCharacters() {
        assertThat(NameFixture.legalCharacters().distinct()).hasSize(89);
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void acceptsEveryLegalCharacterAndKeepsItAsTyped(NameType type) {
        assertThat(NameFixture.legalCharacters()).allSatisfy(c -> {
            String name = "a" + c + "Z";
            assertThat(type.make(name)).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesEveryOtherCharacterWhereverItStands(NameType type) {
        assertThat(NameFixture.illegalCharacters()).allSatisfy(c -> {
            assertThat(refusal(type, "ab" + c).remedy())
                    .isEqualTo(refusal(type, "\n").remedy());
            assertThat(refusal(type, c + "ab").remedy())
                    .isEqualTo(refusal(type, "\n").remedy());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesCharactersBeyondTheBasicPlaneAndHalvesOfThem(NameType type) {
        verify(type + " with an emoji", refusal(type, "a\uD83D\uDE00").getMessage());
        verify(type + " with half an emoji", refusal(type, "a\uDE00").getMessage());
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void acceptsOneByteAndTheLongest(NameType type) {
        String longest = "x".repeat(type.longest());

        assertThat(type.make("x")).isEqualTo("x");
        assertThat(type.make(longest)).isEqualTo(longest);
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesOneByteMoreThanTheLongest(NameType type) {
        InvalidValueException refusal = refusal(type, "x".repeat(type.longest() + 1));

        verify(type + " that is too long", refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesEmptyAndMissing(NameType type) {
        verify("empty " + type, refusal(type, "").getMessage());
        verify("missing " + type, refusal(type, null).getMessage());
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesTheWildcardAndSaysWhy(NameType type) {
        verify(type + " with a wildcard", refusal(type, "a*b").getMessage());
    }

    @Test
    void namesFieldValueAndRemedy() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChannelName.of("it's"))
                .satisfies(refusal -> {
                    verify("channel with an apostrophe", refusal.getMessage());
                    assertThat(refusal.code()).isEqualTo("invalid_value");
                    assertThat(refusal.field()).isEqualTo("channel");
                });
    }

    @Test
    void staysOneReadableLineForHostileNames() {
        String message = refusal(NameFixture.names().findFirst().orElseThrow(), "a\n\u001B[31mb".repeat(1000))
                .getMessage();
        assertThat(message).hasSizeLessThan(600).doesNotContain("\n", "\u001B");
        verify("hostile name", message);
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void acceptsPatternsOfLegalCharactersWithAStar(NameType type) {
        assertThat(type.make("*")).isEqualTo("*");
        assertThat(type.make("1*a*2")).isEqualTo("1*a*2");
        assertThat(NameFixture.legalCharacters())
                .allSatisfy(c -> assertThat(type.make(c + "*")).isEqualTo(c + "*"));
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void refusesPatternsWithoutAStar(NameType type) {
        verify(type + " without a star", refusal(type, "class-1").getMessage());
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void refusesIllegalCharactersInPatterns(NameType type) {
        assertThat(NameFixture.illegalCharacters())
                .allSatisfy(c -> assertThat(refusal(type, "*" + c).remedy())
                        .isEqualTo(refusal(type, "\n").remedy()));
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void boundsPatternsLikeNames(NameType type) {
        String longest = "*".repeat(type.longest());

        assertThat(type.make(longest)).isEqualTo(longest);
        verify(type + " that is too long", refusal(type, longest + "*").getMessage());
        verify("empty " + type, refusal(type, "").getMessage());
        verify("missing " + type, refusal(type, null).getMessage());
    }

    private static InvalidValueException refusal(NameType type, String name) {
        InvalidValueException refusal = catchThrowableOfType(InvalidValueException.class, () -> type.make(name));
        assertThat(refusal).as("the refusal of %s", name).isNotNull();
        assertThat(refusal.field()).isEqualTo(type.field());
        return refusal;
    }
}
