package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.VectorFixture.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lengths inside a token say where it ends, whatever follows. */
class EndOfTokenTest {
    static Stream<Vector> readable() {
        return VectorFixture.ofFormat("006", "007");
    }

    @ParameterizedTest
    @MethodSource("readable")
    void endsAfterItsPadding(Vector vector) {
        String token = vector.token();

        assertThat(TokenCodec.endOf(token)).hasValue(token.length());
        assertThat(TokenCodec.endOf(token + "=")).hasValue(token.length());
        assertThat(TokenCodec.endOf(token + " ==")).hasValue(token.length());
        assertThat(TokenCodec.endOf(token + "\n" + token)).hasValue(token.length());
    }

    @ParameterizedTest
    @MethodSource("readable")
    void endsAfterItsDigitsWithoutPadding(Vector vector) {
        String digits = vector.token().replaceAll("=+$", "");

        assertThat(TokenCodec.endOf(digits)).hasValue(digits.length());
        assertThat(TokenCodec.endOf(digits + " more")).hasValue(digits.length());
        assertThat(TokenCodec.endOf(digits.substring(0, digits.length() - 1))).isEmpty();
    }
}
