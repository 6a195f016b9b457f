package dev.agoratoken.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.agoratoken.codec.TokenCodec.DecodedToken;
import dev.agoratoken.codec.VectorFixture.Vector;
import dev.agoratoken.token.UnreadableTokenException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A damaged token is either read or rejected as unreadable. */
@Tag("slow")
class MutatedTokensTest {
    private static final int MUTATIONS = 1_000;

    private final Random random = new Random(7);

    static Stream<Vector> readable() {
        return VectorFixture.ofFormat("006", "007");
    }

    static Stream<Vector> format007() {
        return VectorFixture.ofFormat("007");
    }

    static Stream<Vector> format006() {
        return VectorFixture.ofFormat("006");
    }

    @ParameterizedTest
    @MethodSource("readable")
    void readsOrRefusesChangedTexts(Vector vector) {
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder(vector.token());
            for (int change = random.nextInt(3); change >= 0 && text.length() > 0; change--) {
                int place = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(place, (char) random.nextInt(0x180));
                    case 1 -> text.deleteCharAt(place);
                    case 2 -> text.insert(place, (char) ('A' + random.nextInt(58)));
                    default -> text.setLength(place + 1);
                }
            }
            readOrRefuse(text.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("format007")
    void readsOrRefusesChangedContentsOf007(Vector vector) {
        byte[] content =
                HexFormat.of().parseHex(vector.decoded().get("contentHex").textValue());
        int readable = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            readable += readOrRefuse(WireFixture.token007(WireFixture.deflate(changed(content)))) ? 1 : 0;
        }
        assertThat(readable).isPositive().isLessThan(MUTATIONS);
    }

    @ParameterizedTest
    @MethodSource("format006")
    void readsOrRefusesChangedContentsOf006(Vector vector) {
        byte[] content = Base64.getDecoder().decode(vector.token().substring(35));
        int readable = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            readable += readOrRefuse(vector.token().substring(0, 35)
                            + Base64.getEncoder().encodeToString(changed(content)))
                    ? 1
                    : 0;
        }
        assertThat(readable).isPositive().isLessThan(MUTATIONS);
    }

    private byte[] changed(byte[] content) {
        byte[] changed =
                random.nextInt(4) == 0 ? Arrays.copyOf(content, random.nextInt(content.length + 20)) : content.clone();
        for (int change = random.nextInt(3); change >= 0 && changed.length > 0; change--) {
            changed[random.nextInt(changed.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        }
        return changed;
    }

    private static boolean readOrRefuse(String token) {
        try {
            DecodedToken decodedToken = TokenCodec.read(token);
            assertThat(decodedToken.content()).isNotNull();
            assertThat(decodedToken.signatureHex()).hasSize(64);
            return true;
        } catch (UnreadableTokenException rejected) {
            assertThat(rejected.defect()).isNotNull();
            assertThat(rejected.getMessage()).isNotBlank();
            return false;
        } catch (RuntimeException broken) {
            return fail("broke on " + token, broken);
        }
    }
}
