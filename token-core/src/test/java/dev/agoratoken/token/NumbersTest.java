package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.service.RoomRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that hold a number: salts, room roles and lifetimes. */
class NumbersTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2147483648L, 4294967295L})
    void takesSaltsOf32UnsignedBits(long value) {
        assertThat(Salt.of(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L})
    void refusesSaltsOutOfRange(long value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Salt.of(value))
                .returns("salt", InvalidValueException::field)
                .satisfies(e -> verify("salt " + value, e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32767})
    void takesRoomRolesOf15Bits(int number) {
        assertThat(RoomRole.of(number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 32768})
    void refusesRoomRolesOutOfRange(int number) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RoomRole.of(number))
                .returns("role", InvalidValueException::field)
                .satisfies(e -> verify("room role " + number, e.getMessage()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3600, 86399, 86400})
    void takesLifetimesOf1SecondTo24Hours(long seconds) {
        assertThat(Lifetime.ofSeconds(seconds).seconds()).isEqualTo(seconds);
        assertThat(Lifetime.of(Duration.ofSeconds(seconds))).isEqualTo(Lifetime.ofSeconds(seconds));
        assertThat(Lifetime.ofSeconds(seconds)).hasToString(seconds + " s");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesLifetimesThatHaveNoLength(long seconds) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Lifetime.ofSeconds(seconds))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("lifetime " + seconds, e.getMessage()));
    }

    /** The last but one is a Unix time, the mistake that Agora's own pages make. */
    @ParameterizedTest
    @ValueSource(longs = {86401, 999_999_999, 1_000_000_000, 1_700_000_000, Long.MAX_VALUE})
    void refusesLifetimesOfMoreThan24Hours(long seconds) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Lifetime.ofSeconds(seconds))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("lifetime " + seconds, e.getMessage()));
    }

    @Test
    void refusesPartsOfSeconds() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Lifetime.of(Duration.ofMillis(1500)))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("fraction of a second", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Lifetime.of(Duration.ofHours(24).plusNanos(1)))
                .returns("lifetime", InvalidValueException::field)
                .satisfies(e -> verify("24 hours and a nanosecond", e.getMessage()));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3600,3600", "90s,90", "30m,1800", "24h,86400"})
    void readsLifetimes(String text, long seconds) {
        assertThat(Lifetime.parse(text).seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1d", "h", "1.5h", "-1", "1 h"})
    void refusesTextsThatAreNoLifetime(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Lifetime.parse(text))
                .returns("lifetime", InvalidValueException::field);
    }

    @Test
    void knowsTheLongestLifetime() {
        assertThat(Lifetime.MAX).isEqualTo(Lifetime.ofSeconds(86400));
    }
}
