package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.token.NameFixture.NameType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every type that is a name. */
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
            assertThat(refusal(type, "ab" + c).problem()).endsWith("which Agora does not allow");
            assertThat(refusal(type, c + "ab").problem()).endsWith("which Agora does not allow");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesCharactersBeyondTheBasicPlaneAndHalvesOfThem(NameType type) {
        assertThat(refusal(type, "a\uD83D\uDE00").problem())
                .isEqualTo("\"a\\ud83d\\ude00\" holds the character U+D83D, which Agora does not allow");
        assertThat(refusal(type, "a\uDE00").problem())
                .isEqualTo("\"a\\ude00\" holds the character U+DE00, which Agora does not allow");
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

        assertThat(refusal.problem()).endsWith(" is " + (type.longest() + 1) + " bytes long");
        assertThat(refusal.remedy()).isEqualTo("use at most " + type.longest() + " bytes");
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesEmptyAndMissing(NameType type) {
        String message = type.field() + ": it is empty; give 1 to " + type.longest() + " characters";

        assertThat(refusal(type, "")).hasMessage(message);
        assertThat(refusal(type, null)).hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#names")
    void refusesTheWildcardAndSaysWhy(NameType type) {
        assertThat(refusal(type, "a*b"))
                .hasMessage(
                        type.field()
                                + ": \"a*b\" holds '*', which stands for any text; leave it out, or ask for a wildcard explicitly");
    }

    @Test
    void namesFieldValueAndRemedy() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChannelName.of("it's"))
                .withMessage("channel: \"it's\" holds ''', which Agora does not allow; "
                        + "use a-z, A-Z, 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,")
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("invalid_value");
                    assertThat(refusal.field()).isEqualTo("channel");
                });
    }

    @Test
    void staysOneReadableLineForHostileNames() {
        assertThat(refusal(NameFixture.names().findFirst().orElseThrow(), "a\n\u001B[31mb".repeat(1000))
                        .getMessage())
                .hasSizeLessThan(600)
                .doesNotContain("\n", "\u001B")
                .endsWith("... (8000 characters) is 8000 bytes long; use at most 64 bytes");
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
        assertThat(refusal(type, "class-1"))
                .hasMessage(type.field() + ": \"class-1\" holds no '*'; write a plain name as a name");
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void refusesIllegalCharactersInPatterns(NameType type) {
        assertThat(NameFixture.illegalCharacters())
                .allSatisfy(c -> assertThat(refusal(type, "*" + c).problem()).endsWith("which Agora does not allow"));
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.token.NameFixture#patterns")
    void boundsPatternsLikeNames(NameType type) {
        String longest = "*".repeat(type.longest());

        assertThat(type.make(longest)).isEqualTo(longest);
        assertThat(refusal(type, longest + "*").remedy()).isEqualTo("use at most " + type.longest() + " bytes");
        assertThat(refusal(type, "").problem()).isEqualTo("it is empty");
        assertThat(refusal(type, null).problem()).isEqualTo("it is empty");
    }

    private static InvalidValueException refusal(NameType type, String name) {
        InvalidValueException refusal = catchThrowableOfType(InvalidValueException.class, () -> type.make(name));
        assertThat(refusal).as("the refusal of %s", name).isNotNull();
        assertThat(refusal.field()).isEqualTo(type.field());
        return refusal;
    }
}
