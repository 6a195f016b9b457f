package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.codec.VectorFixture.Vector;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.AppId;
import dev.agoratoken.token.Salt;
import dev.agoratoken.token.service.Format006Payload;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The length of the message of format 006 has two bytes; 60 privileges need both. */
    @Test
    void endsAfterManyPrivileges() {
        List<PrivilegeEntry> privileges = IntStream.range(0, 60)
                .mapToObj(id -> new PrivilegeEntry(id, new PrivilegeExpiry.At(Instant.ofEpochSecond(60))))
                .toList();
        String token = TokenCodec.write(
                        new Format006Payload(
                                AppId.of("a".repeat(32)), Salt.of(1), Instant.ofEpochSecond(60), "a", "b", privileges),
                        AppCertificate.of("b".repeat(32)))
                .reveal();

        assertThat(TokenCodec.endOf(token + " and more")).hasValue(token.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "005", "006", "007", "007eJ", "006aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaIAAA"})
    void hasNoEndIfItIsIncomplete(String text) {
        assertThat(TokenCodec.endOf(text)).isEmpty();
    }

    @Test
    void endsWithoutPrivileges() {
        String token = TokenCodec.write(ContentFixture.draft(), ContentFixture.CERTIFICATE)
                .reveal();

        assertThat(TokenCodec.endOf(token + " and more")).hasValue(token.length());
    }

    @Test
    void hasNoEndInATextThatIsTooLong() {
        String token = ContentFixture.write(ContentFixture.rtm("alice"));
        String longest = token + " ".repeat((1 << 16) - token.length());

        assertThat(TokenCodec.endOf(longest)).hasValue(token.length());
        assertThat(TokenCodec.endOf(longest + " ")).isEmpty();
    }
}
