package dev.agoratoken.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsciiTest {
    @Test
    void knowsEachClassOfCharacters() {
        assertThat(members(Ascii::isDigit)).isEqualTo("0123456789");
        assertThat(members(Ascii::isLowerCase)).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(members(Ascii::isHexDigit)).isEqualTo("0123456789ABCDEFabcdef");
        assertThat(members(Ascii::isLetterOrDigit))
                .isEqualTo("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    }

    private static String members(IntPredicate isMember) {
        return IntStream.rangeClosed(Character.MIN_CODE_POINT, Character.MAX_CODE_POINT)
                .filter(isMember)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
