package dev.agoratoken.verify.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    @ParameterizedTest
    @CsvSource({
        "r\u043eom, room, U+043E",
        "room, r\u043eom, U+043E",
        "\u00e9\u043e, \u00e9o, U+043E",
        "\u00e9o, \u00e9\u043e, U+043E",
        "a\uff01, a!, U+FF01",
        "a~, a\uff5e, U+FF5E",
    })
    void namesTheCharactersThatOnlyOneNameHas(String stored, String name, String codes) {
        assertThat(LookAlikes.difference(stored, name)).isEqualTo(": look-alike characters differ (" + codes + ")");
    }

    @ParameterizedTest
    @CsvSource({"room, rooms", "'a\uff00', 'a '", "'a\uff5f', 'a\u007f'"})
    void saysNothingOfNamesThatLookDifferent(String stored, String name) {
        assertThat(LookAlikes.difference(stored, name)).isEmpty();
    }

    @Test
    void comparesNamesOfUpTo255Characters() {
        assertThat(LookAlikes.difference("O".repeat(255), "0".repeat(255))).isEqualTo(": look-alike characters differ");
        assertThat(LookAlikes.difference("O".repeat(256), "0".repeat(256))).isEmpty();
    }
}
