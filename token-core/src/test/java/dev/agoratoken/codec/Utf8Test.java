package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenDefect;
import dev.agoratoken.token.UnreadableTokenException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @Test
    void writesAndReadsEveryCharacterAsTheJdkDoes() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(codePoint) + "z";
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                byte[] written = Utf8.encode(text);
                // Compared before asserting, because a million assertions take seconds.
                if (!Arrays.equals(written, bytes)
                        || !Utf8.decode(bytes, 0, bytes.length, "name").equals(text)) {
                    assertThat(written).as("U+%04X", codePoint).isEqualTo(bytes);
                    assertThat(Utf8.decode(bytes, 0, bytes.length, "name")).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void refusesHalfACharacterWhereverItStands() {
        for (String text : new String[] {"\uD800", "a\uDC00", "\uDC00\uD800", "\uD83D\uD83D\uDE00"}) {
            assertThatThrownBy(() -> Utf8.encode(text))
                    .isInstanceOfSatisfying(InvalidValueException.class, rejection -> {
                        assertThat(rejection.field()).isEqualTo("services");
                        ApprovedMessages.verify(
                                "surrogate in " + text.length() + " characters", rejection.getMessage());
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {Character.MIN_SURROGATE, Character.MAX_SURROGATE})
    void refusesTheFirstAndTheLastSurrogate(char surrogate) {
        assertThatThrownBy(() -> Utf8.length(String.valueOf(surrogate)))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        rejection -> assertThat(rejection.field()).isEqualTo("services"));
    }

    @Test
    void tellsASentReplacementCharacterFromBytesThatAreNoUtf8() {
        assertThat(Utf8.decode(Utf8.encode("\uFFFD"), 0, 3, "name")).isEqualTo("\uFFFD");
        assertThatThrownBy(() -> Utf8.decode(new byte[] {(byte) 0xC3, 0x28}, 0, 2, "name"))
                .isInstanceOfSatisfying(UnreadableTokenException.class, rejection -> {
                    assertThat(rejection.defect()).isEqualTo(TokenDefect.CORRUPT);
                    ApprovedMessages.verify("bytes that are not UTF-8", rejection.getMessage());
                });
    }
}
