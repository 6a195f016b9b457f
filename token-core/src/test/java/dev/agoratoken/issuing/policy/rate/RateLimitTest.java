package dev.agoratoken.issuing.policy.rate;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    @Test
    void isReadAsPeopleWriteIt() {
        assertThat(RateLimit.parse("50/s")).isEqualTo(new RateLimit(50, Duration.ofSeconds(1), 50));
        assertThat(RateLimit.parse("100 / M")).isEqualTo(new RateLimit(100, Duration.ofMinutes(1), 100));
        assertThat(RateLimit.parse("1000/h").withBurst(10)).isEqualTo(new RateLimit(1000, Duration.ofHours(1), 10));
    }

    @Test
    void reachesFromOneToAMillion() {
        assertThat(RateLimit.parse("1/s").withBurst(1_000_000).requests()).isEqualTo(1);
        assertThat(RateLimit.parse("1000000/s").withBurst(1).burst()).isEqualTo(1);
    }

    @Test
    void isValueItIsRead() {
        assertThat(RateLimit.parse("50/s")).hasToString("50/s");
        assertThat(RateLimit.parse("5/m")).hasToString("5/m");
        assertThat(RateLimit.parse("7/h").withBurst(3)).hasToString("7/h, 3 at once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "50", "/s", "0/s", "-1/s", "1.5/s", "50/d", "1000001/s", "99999999999/s", "50/s/s"})
    void refusesOtherTexts(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RateLimit.parse(text))
                .returns("rate", InvalidValueException::field)
                .satisfies(e -> verify("rate " + text, e.getMessage()));
    }

    @Test
    void refusesPeriodsThatItCannotBeWrittenWith() {
        for (Duration period :
                List.of(Duration.ofDays(1), Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1))) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> new RateLimit(5, period, 5))
                    .returns("rate", InvalidValueException::field)
                    .satisfies(e -> verify("period " + period, e.getMessage()));
        }
        assertThat(new RateLimit(5, Duration.ofSeconds(60), 5)).isEqualTo(RateLimit.parse("5/m"));
    }

    @Test
    void refusesABurstOfNone() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RateLimit.parse("1/s").withBurst(0))
                .returns("rate", InvalidValueException::field)
                .satisfies(e -> verify("burst of 0", e.getMessage()));
    }

    @Test
    void saysInWholeSecondsWhenToComeBack() {
        Quota none = new Quota(5, 0, Duration.ofSeconds(3));

        assertThat(new RateExceededException(none, Duration.ofMillis(1)).retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(new RateExceededException(none, Duration.ofMillis(1200)))
                .satisfies(failure -> verify("rate exceeded", failure.getMessage()))
                .satisfies(failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(2)))
                .satisfies(failure -> assertThat(failure.quota()).isEqualTo(none))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("rate_limited"));
    }
}
