package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agoratoken.secret.CertificateAccess;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AppCertificateTest {
    private static final String TYPED = "5CFd2fd1755d40ecb72977518be15d3b";

    @Test
    void revealsTheCharactersExactlyAsTyped() {
        assertThat(revealed(AppCertificate.of(TYPED))).isEqualTo(TYPED.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void neverPrints() {
        assertThat(AppCertificate.of(TYPED)).hasToString("AppCertificate[redacted]");
    }

    @Test
    void comparesByItsCharacters() {
        assertThat(AppCertificate.of(TYPED))
                .isEqualTo(AppCertificate.of(TYPED))
                .isNotEqualTo(AppCertificate.of(TYPED.toLowerCase()))
                .isNotEqualTo(TYPED)
                .isNotEqualTo(null);
    }

    @Test
    void hashesAllCertificatesToTheSameNumber() {
        assertThat(Stream.of(TYPED, "0".repeat(32), "f".repeat(32))
                        .map(AppCertificate::of)
                        .mapToInt(AppCertificate::hashCode)
                        .distinct()
                        .toArray())
                .hasSize(1);
    }

    @Test
    void isFoundInUpperOrLowerCase() {
        String text = "0123456789ABCDEF".repeat(2);
        AppCertificate certificate = AppCertificate.of(text);

        assertThat(certificate.matchesIgnoringCase(text)).isTrue();
        assertThat(certificate.matchesIgnoringCase(text.toLowerCase(Locale.ROOT)))
                .isTrue();
        assertThat(certificate.matchesIgnoringCase(text + "0")).isFalse();
        assertThat(certificate.matchesIgnoringCase(text.replace('F', '&'))).isFalse();
        assertThat(certificate.matchesIgnoringCase("id " + text, 3)).isTrue();
        assertThat(certificate.matchesIgnoringCase("id " + text, 2)).isFalse();
        assertThat(certificate.matchesIgnoringCase("id " + text, 4)).isFalse();
    }

    @Test
    void takesExactlyTheHexadecimalDigits() {
        assertThat(IntStream.range(0, 0x180).filter(c -> "0123456789abcdefABCDEF".indexOf(c) < 0))
                .allSatisfy(c ->
                        assertThat(refusal(TYPED.substring(1) + (char) (int) c)).isEqualTo(refusal("g".repeat(32))));
        assertThat("0123456789abcdefABCDEF".chars().mapToObj(c -> TYPED.substring(1) + (char) c))
                .allSatisfy(text -> assertThat(revealed(AppCertificate.of(text)))
                        .isEqualTo(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "5CFd2fd1755d40ecb72977518be15d3",
                "5CFd2fd1755d40ecb72977518be15d3bb",
                "5CFd2fd1755d40ecb72977518be15d3g"
            })
    void refusesAnythingBut32DigitsAndDescribesIt(String text) {
        verify("certificate " + text, refusal(text));
    }

    @Test
    void staysOutOfMessagesEvenWhenMistyped() {
        InvalidValueException refusal =
                catchThrowableOfType(InvalidValueException.class, () -> AppCertificate.of(TYPED + "\n"));

        assertThat(refusal)
                .returns("appCertificate", InvalidValueException::field)
                .hasNoCause();
        verify("certificate with a line break", refusal.getMessage());
        assertThat(refusal.toString()).doesNotContain("5CFd", "5d3b");
    }

    private static String refusal(String text) {
        return catchThrowableOfType(InvalidValueException.class, () -> AppCertificate.of(text))
                .problem();
    }

    private static byte[] revealed(AppCertificate certificate) {
        byte[] key = new byte[32];
        certificate.reveal(CertificateAccess.get(), key, 0);
        return key;
    }
}
