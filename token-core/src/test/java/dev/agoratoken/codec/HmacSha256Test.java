package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
    private final Random random = new Random(7);

    @Test
    void computesTheExampleOfRfc4231() {
        byte[] hmac = new HmacSha256()
                .key(ascii("Jefe"), 0, 4)
                .update(ascii("what do ya want for nothing?"))
                .finish();

        assertThat(HexFormat.of().formatHex(hmac))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void agreesWithTheJdkOnKeysAndMessagesOfEveryLength() throws GeneralSecurityException {
        HmacSha256 hmac = new HmacSha256();
        for (int length = 1; length <= 64; length++) {
            for (int rest : new int[] {0, 1, 55, 56, 63, 64, 200}) {
                byte[] key = bytes(length);
                byte[] beginning = bytes(length);
                byte[] message = bytes(rest + 3);
                byte[] longer = bytes(length + 1);
                System.arraycopy(key, 0, longer, 1, length);

                assertThat(hmac.key(longer, 1, length)
                                .update(beginning)
                                .update(message, 2, rest + 2)
                                .finish())
                        .isEqualTo(ofJdk(key, beginning, message, 2, rest));
            }
        }
    }

    @Test
    void writesOverItsOwnKeyAndData() throws GeneralSecurityException {
        byte[] key = bytes(32);
        byte[] expected = ofJdk(key, new byte[0], key, 0, 32);

        new HmacSha256().key(key, 0, 32).update(key, 0, 32).finish(key, 0);

        assertThat(key).isEqualTo(expected);
    }

    @Test
    void refusesKeysThatWouldHaveToBeHashed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HmacSha256().key(new byte[65], 0, 65));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ofJdk(byte[] key, byte[] beginning, byte[] message, int start, int length)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(beginning);
        mac.update(message, start, length);
        return mac.doFinal();
    }
}
