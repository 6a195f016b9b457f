package dev.agoratoken.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void readsNoOtherEncoding(String name) {
        assertRefused("{\"channel\":\"c\"}".getBytes(Charset.forName(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1a1", "eda080", "f4908080", "c3", "a1", "ff", "00"})
    void readsNoTextThatIsNotInUtf8(String hex) {
        byte[] body = "{\"channel\":\"??????\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] bad = HexFormat.of().parseHex(hex);
        System.arraycopy(bad, 0, body, 13, bad.length);

        assertRefused(body);
    }

    private static void assertRefused(byte[] body) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> JsonCodec.parse(body));
    }

    @Test
    void readsUtf8WithAMarkAndWithout() {
        String json = "{\"channel\":\"caf\u00e9 \ud83d\ude00\"}";
        Map<String, String> value = Map.of("channel", "caf\u00e9 \ud83d\ude00");

        assertThat(JsonCodec.parse(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(value);
        assertThat(JsonCodec.parse(("\ufeff" + json).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(value);
        assertThat(JsonCodec.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void readsAsManyLevelsAsTheCommandLine() {
        assertThat(JsonCodec.parse(nested(32))).isInstanceOf(List.class);
        assertRefused(nested(33));
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }
}
