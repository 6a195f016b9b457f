package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketViewTest {
    private static final long SECOND = 1_000_000;

    private final BucketView view = new BucketView("key", RateLimit.parse("2/s").withBurst(3), 0);

    private String mostThatRedisGets(long now) {
        return view.arguments(now).get(3);
    }

    @Test
    void tellsRedisWhatWasTakenWithoutIt() {
        assertThat(mostThatRedisGets(0)).isEqualTo("-1");

        view.take(0);

        assertThat(mostThatRedisGets(0)).isEqualTo(Long.toString(2 * SECOND));
        view.update(1, SECOND, 1);
        assertThat(mostThatRedisGets(1)).isEqualTo("-1");
    }

    /** The command was sent before the request was taken, so Redis does not know of it. */
    @Test
    void stillTellsRedisAfterALateReply() {
        view.take(5);

        view.update(1, 2 * SECOND, 1);

        assertThat(mostThatRedisGets(5)).isEqualTo(Long.toString(2 * SECOND));
    }

    @Test
    void rejectsWhatRedisWouldRejectUntilTheNextRequestIsPossible() {
        assertThatExceptionOfType(RateExceededException.class).isThrownBy(() -> view.update(0, 0, 10));
        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> view.rejectIfEmpty(10 + SECOND / 2 - 1))
                .satisfies(failure -> assertThat(failure.quota().remaining()).isZero());

        view.rejectIfEmpty(10 + SECOND / 2);
    }

    @Test
    void refillsUpToTheBurst() {
        view.take(0);

        assertThat(view.take(Duration.ofHours(1).toNanos() / 1000).remaining()).isEqualTo(2);
    }
}
