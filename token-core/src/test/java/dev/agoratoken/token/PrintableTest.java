package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"0,\\u0000", "10,\\u000a", "27,\\u001b", "31,\\u001f", "127,\\u007f", "233,\\u00e9", "8238,\\u202e"})
    void escapesWhatWouldNotPrintOrMislead(int character, String shown) {
        assertThat(Printable.quote("" + (char) character)).isEqualTo('"' + shown + '"');
    }

    @Test
    void cutsAfter72CharactersAndSaysHowManyThereWere() {
        assertThat(Printable.quote("x".repeat(72))).isEqualTo('"' + "x".repeat(72) + '"');
        assertThat(Printable.quote("x".repeat(73))).isEqualTo('"' + "x".repeat(72) + "\"... (73 characters)");
    }

    @Test
    void saysNothingWhereNothingWasReceived() {
        assertThat(Printable.quote(null)).isEqualTo("nothing");
        assertThat(Printable.quote("")).isEqualTo("\"\"");
    }
}
