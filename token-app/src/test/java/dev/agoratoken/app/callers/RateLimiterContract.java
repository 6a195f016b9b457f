package dev.agoratoken.app.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.policy.RateLimiter;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rate.Quota;
import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every rate limiter does, whether it counts in this process or in a store that several share. Where the clock is a
 * real one, a moment may pass between two requests: at these rates, it makes no difference.
 */
public abstract class RateLimiterContract {
    protected static final RateLimit SIX_A_MINUTE = RateLimit.parse("6/m").withBurst(3);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final Caller web = caller(CallerKind.API_KEY, "web");

    /** The limiters of several instances that count together; one if each counts for itself. */
    protected abstract List<RateLimiter> instances();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    private RateLimiter first() {
        return instances().get(0);
    }

    private RateLimiter last() {
        return instances().get(instances().size() - 1);
    }

    @Test
    void countsDownTheBurstAndThenSaysWhenToComeBack() {
        assertQuota(first().acquire(web, SIX_A_MINUTE), 2, Duration.ofSeconds(10));
        assertQuota(last().acquire(web, SIX_A_MINUTE), 1, Duration.ofSeconds(20));
        assertQuota(first().acquire(web, SIX_A_MINUTE), 0, Duration.ofSeconds(30));

        for (RateLimiter rates : List.of(last(), first(), last(), first())) {
            assertThatExceptionOfType(RateExceededException.class)
                    .isThrownBy(() -> rates.acquire(web, SIX_A_MINUTE))
                    .satisfies(failure -> {
                        assertQuota(failure.quota(), 0, Duration.ofSeconds(30));
                        assertThat(failure.retryAfter())
                                .isBetween(Duration.ofSeconds(10).minus(MOMENT), Duration.ofSeconds(10));
                    });
        }
    }

    @Test
    void letsMoreThroughAsTimePasses() {
        RateLimit twoASecond = RateLimit.parse("2/s").withBurst(1);
        first().acquire(web, twoASecond);

        pass(Duration.ofMillis(500));

        assertThat(last().acquire(web, twoASecond).remaining()).isZero();
    }

    @Test
    void countsEachCallerByItself() {
        exhaust(first(), web, SIX_A_MINUTE);

        assertThat(last().acquire(caller(CallerKind.API_KEY, "other"), SIX_A_MINUTE)
                        .remaining())
                .isEqualTo(2);
    }

    @Test
    void countsEachKindByItself() {
        exhaust(first(), web, SIX_A_MINUTE);

        assertThat(last().acquire(caller(CallerKind.ANONYMOUS, "web"), SIX_A_MINUTE)
                        .remaining())
                .isEqualTo(2);
    }

    @Test
    void countsEachSubjectAndEachAddressByItself() {
        exhaust(first(), caller(CallerKind.ANONYMOUS, "public", "192.0.2.1"), SIX_A_MINUTE);
        exhaust(first(), caller(CallerKind.LOGIN_TOKEN, "app", "alice"), SIX_A_MINUTE);

        assertThat(last().acquire(caller(CallerKind.ANONYMOUS, "public", "192.0.2.2"), SIX_A_MINUTE)
                        .remaining())
                .isEqualTo(2);
        assertThat(last().acquire(caller(CallerKind.LOGIN_TOKEN, "app", "bob"), SIX_A_MINUTE)
                        .remaining())
                .isEqualTo(2);
        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> last().acquire(caller(CallerKind.LOGIN_TOKEN, "app", "alice"), SIX_A_MINUTE));
    }

    @Test
    void startsAfreshWithANewLimit() {
        exhaust(first(), web, SIX_A_MINUTE);

        assertThat(last().acquire(web, RateLimit.parse("5/h")).remaining()).isEqualTo(4);
    }

    @Test
    void countsTheLargestLimitExactly() {
        RateLimit largest = RateLimit.parse("1/h").withBurst(1_000_000);

        assertThat(first().acquire(web, largest).remaining()).isEqualTo(999_999);
        assertThat(last().acquire(web, largest).remaining()).isEqualTo(999_998);
    }

    @Test
    void grantsNoMoreThanTheBurstToManyAtOnce() throws Exception {
        RateLimit fifty = RateLimit.parse("1/h").withBurst(50);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                RateLimiter rates = instances().get(i % instances().size());
                outcomes.add(threads.submit(() -> isGranted(rates, fifty)));
            }
            int granted = 0;
            for (Future<Boolean> outcome : outcomes) {
                granted += outcome.get() ? 1 : 0;
            }

            assertThat(granted).isEqualTo(50);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean isGranted(RateLimiter rates, RateLimit limit) {
        try {
            rates.acquire(web, limit);
            return true;
        } catch (RateExceededException e) {
            return false;
        }
    }

    private static void assertQuota(Quota quota, int remaining, Duration reset) {
        assertThat(quota.limit()).isEqualTo(SIX_A_MINUTE.burst());
        assertThat(quota.remaining()).isEqualTo(remaining);
        assertThat(quota.reset()).isBetween(reset.minus(MOMENT), reset);
    }

    protected static void exhaust(RateLimiter rates, Caller caller, RateLimit limit) {
        for (int i = 0; i < limit.burst(); i++) {
            rates.acquire(caller, limit);
        }
    }

    protected static Caller caller(CallerKind kind, String name) {
        return new Caller(name, kind, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);
    }

    private static Caller caller(CallerKind kind, String name, String subject) {
        return new Caller(name, kind, Optional.of(subject), Claims.NONE, AccessRules.EVERYTHING);
    }
}
