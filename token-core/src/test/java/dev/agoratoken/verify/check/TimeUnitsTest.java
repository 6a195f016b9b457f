package dev.agoratoken.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {
    private static final long YEAR = 366 * 86_400;
    private static final long TWO_DAYS = 2 * 86_400_000;

    @ParameterizedTest
    @CsvSource({
        "540000, false",
        "600000, true",
        "3600000, true",
        "3600001, false",
        // 125 and 375 days, which are whole minutes in milliseconds too.
        "10800000, false",
        "32400000, true",
        "604800000, true",
        "604860000, false"
    })
    void takesWholeMinutesFrom10MinutesTo7DaysForMilliseconds(long lifetime, boolean isMilliseconds) {
        assertThat(TimeUnits.isMilliseconds(lifetime)).isEqualTo(isMilliseconds);
    }

    @Test
    void recognizesCutMillisecondsWithinTwoDays() {
        long moment = 1_795_510_800;
        long cut = moment * 1000 & 0xFFFF_FFFFL;

        assertThat(TimeUnits.isCutMilliseconds(cut + TWO_DAYS - 1, moment)).isTrue();
        assertThat(TimeUnits.isCutMilliseconds(cut + TWO_DAYS, moment)).isFalse();
        assertThat(TimeUnits.isCutMilliseconds(cut - TWO_DAYS + 1, moment)).isTrue();
        assertThat(TimeUnits.isCutMilliseconds(cut - TWO_DAYS, moment)).isFalse();
    }

    @Test
    void takesATimeWithinAYearForSeconds() {
        // The milliseconds of this time, cut to 32 bits, are about a year later in seconds.
        long moment = 1_797_238_800;

        assertThat(TimeUnits.isCutMilliseconds(moment + YEAR, moment)).isFalse();
        assertThat(TimeUnits.isCutMilliseconds(moment + YEAR + 1, moment)).isTrue();
    }
}
