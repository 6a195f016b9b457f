package dev.agoratoken.app.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest extends RateLimiterContract {
    private static final RateLimit TWO_A_SECOND = RateLimit.parse("2/s").withBurst(3);

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final InMemoryRateLimiter rates = new InMemoryRateLimiter(clock);
    private final Caller web = caller(CallerKind.API_KEY, "web");

    @Test
    void countDownTheBurstAndThenSayWhenToComeBack() {
        assertThat(rates.acquire(web, TWO_A_SECOND)).isEqualTo(new Quota(3, 2, Duration.ofMillis(500)));
        rates.acquire(web, TWO_A_SECOND);
        rates.acquire(web, TWO_A_SECOND);

        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> rates.acquire(web, TWO_A_SECOND))
                .satisfies(failure -> {
                    assertThat(failure.quota()).isEqualTo(new Quota(3, 0, Duration.ofMillis(1500)));
                    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(1));
                });
    }

    @Test
    void letMoreThroughAsTimePasses() {
        exhaust(rates, web, TWO_A_SECOND);

        clock.advance(Duration.ofMillis(500));

        assertThat(rates.acquire(web, TWO_A_SECOND).remaining()).isZero();
        assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> rates.acquire(web, TWO_A_SECOND));
    }

    @Override
    protected List<RateLimiter> instances() {
        return List.of(rates);
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void forgetCallersWhoMayDoEverythingAgain() {
        rates.acquire(web, TWO_A_SECOND);
        assertThat(rates.size()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(3));

        assertThat(rates.size()).isZero();
    }

    @Test
    void doNotForgetCallersWhoComeTooOften() {
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMillis(10));
            try {
                rates.acquire(web, TWO_A_SECOND);
            } catch (RateExceededException e) {
                assertThat(rates.size()).isEqualTo(1);
            }
        }

        assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> rates.acquire(web, TWO_A_SECOND));
    }

    @Test
    void keepNoMoreThanSoManyAndNeverPushOutAnotherKind() {
        InMemoryRateLimiter few = new InMemoryRateLimiter(clock, 100);
        for (int i = 0; i < 3; i++) {
            few.acquire(web, TWO_A_SECOND);
        }

        for (int i = 0; i < 10_000; i++) {
            few.acquire(caller(CallerKind.ANONYMOUS, "address " + i), TWO_A_SECOND);
        }

        assertThat(few.size()).isLessThanOrEqualTo(101);
        assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> few.acquire(web, TWO_A_SECOND));
    }
}
