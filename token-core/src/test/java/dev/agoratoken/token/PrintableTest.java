package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @Test
    void quotesPrintableAsciiAsItIs() {
        String printable = NameFixture.LEGAL + "'*/`";

        assertThat(Printable.quote(printable.substring(0, 72))).isEqualTo('"' + printable.substring(0, 72) + '"');
        assertThat(Printable.quote(printable.substring(72))).isEqualTo('"' + printable.substring(72) + '"');
    }

    @Test
    void escapesQuotesAndBackslashes() {
        assertThat(Printable.quote("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    /** Control, format, separator, private, unassigned and unpaired characters, and letters and marks that show nothing. */
    @ParameterizedTest
    @CsvSource({
        "0,U+0000",
        "10,U+000A",
        "27,U+001B",
        "31,U+001F",
        "127,U+007F",
        "133,U+0085",
        "160,U+00A0",
        "173,U+00AD",
        "847,U+034F",
        "4447,U+115F",
        "4448,U+1160",
        "6068,U+17B4",
        "6069,U+17B5",
        "6155,U+180B",
        "6159,U+180F",
        "8203,U+200B",
        "8232,U+2028",
        "8233,U+2029",
        "8238,U+202E",
        "10240,U+2800",
        "12288,U+3000",
        "12644,U+3164",
        "55357,U+D83D",
        "56832,U+DE00",
        "57344,U+E000",
        "65024,U+FE00",
        "65039,U+FE0F",
        "65279,U+FEFF",
        "65440,U+FFA0",
        "65535,U+FFFF",
        "917760,U+E0100",
        "917999,U+E01EF",
        "917505,U+E0001"
    })
    void showsInvisibleCharactersByTheirNumber(int character, String number) {
        assertThat(Printable.quote("a" + Character.toString(character))).isEqualTo("\"a<" + number + ">\"");
        assertThat(Printable.character(character)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00E4", "\u6559\u5BA4", "\uD83D\uDE00", "\u0E01\u0E34", "\u180A", "\uFE10", "\u17B6"})
    void showsOtherCharactersAsTheyAre(String text) {
        assertThat(Printable.quote(text)).isEqualTo('"' + text + '"');
    }

    @Test
    void quotesSingleCharacters() {
        assertThat(Printable.character('a')).isEqualTo("'a'");
        assertThat(Printable.character('\'')).isEqualTo("\"'\"");
        assertThat(Printable.character(0x1F600)).isEqualTo("'\uD83D\uDE00' (U+1F600)");
        assertThat(Printable.character(' ')).isEqualTo("U+0020");
    }

    @Test
    void countsInTheSingularAndThePlural() {
        assertThat(Printable.count(0, "second")).isEqualTo("0 seconds");
        assertThat(Printable.count(1, "second")).isEqualTo("1 second");
        assertThat(Printable.count(2, "second")).isEqualTo("2 seconds");
        assertThat(Printable.count(-1, "second")).isEqualTo("-1 seconds");
    }

    @Test
    void cutsAfter72CharactersAndSaysHowManyThereWere() {
        assertThat(Printable.quote("x".repeat(72))).isEqualTo('"' + "x".repeat(72) + '"');
        assertThat(Printable.quote("x".repeat(73))).isEqualTo('"' + "x".repeat(72) + "\"... (73 characters)");
        assertThat(Printable.quote("\uD83D\uDE00".repeat(73)))
                .isEqualTo('"' + "\uD83D\uDE00".repeat(72) + "\"... (73 characters)");
    }

    @Test
    void showsNullWithoutQuotes() {
        assertThat(Printable.quote(null)).isEqualTo("null");
        assertThat(Printable.quote("")).isEqualTo("\"\"");
    }
}
