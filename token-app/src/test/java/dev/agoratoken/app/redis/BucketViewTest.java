package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.issuing.policy.rate.RateExceededException;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketViewTest {
    private static final long SECOND = 1_000_000;

    private static final long AGE = RequestBlock.MAX_AGE;
    private static final RateLimit LARGE = RateLimit.parse("1/h").withBurst(1280);

    private final BucketView view = new BucketView("key", RateLimit.parse("2/s").withBurst(3), 0);
    private final BucketView large = new BucketView("key", LARGE, 0);

    private static void update(BucketView view, long sent, int taken, long level, int block) {
        view.update(view.request(1, sent), new AcquireReply(taken, level, block));
    }

    /** As many requests as the bucket of a large burst may have. */
    private static long shares(int requests) {
        return requests * LARGE.period().toNanos() / 1000;
    }

    @Test
    void tellsRedisWhatWasTakenWithoutIt() {
        assertThat(view.request(1, 0).most()).isEqualTo(-1);

        view.take(0);

        assertThat(view.request(1, 0).most()).isEqualTo(2 * SECOND);
        update(view, 1, 1, SECOND, 0);
        assertThat(view.request(1, 1).most()).isEqualTo(-1);
    }

    /** The command was sent before the request was taken, so Redis does not know of it. */
    @Test
    void stillTellsRedisAfterALateReply() {
        view.take(5);

        update(view, 1, 1, 2 * SECOND, 0);

        assertThat(view.request(1, 5).most()).isEqualTo(2 * SECOND);
    }

    @Test
    void rejectsWhatRedisWouldRejectUntilTheNextRequestIsPossible() {
        update(view, 10, 0, 0, 0);

        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> view.rejectIfEmpty(10 + SECOND / 2 - 1))
                .satisfies(failure -> assertThat(failure.quota().remaining()).isZero());

        view.rejectIfEmpty(10 + SECOND / 2);
    }

    @Test
    void givesTheFirstRequestsThatWaitWhatRedisTook() {
        AcquireReply reply = new AcquireReply(2, SECOND / 2, 0);

        assertThat(view.quota(view.acquired(reply, 0)).remaining()).isEqualTo(1);
        assertThat(view.quota(view.acquired(reply, 1)).remaining()).isZero();
        assertThatExceptionOfType(RateExceededException.class)
                .isThrownBy(() -> view.quota(view.acquired(reply, 2)))
                .satisfies(failure -> assertThat(failure.quota().remaining()).isZero());
    }

    @Test
    void requestsABlockOnlyIfTheLastRequestIsRecent() {
        assertThat(large.request(1, 0).block()).isZero();
        assertThat(large.request(1, AGE).block()).isZero();
        assertThat(large.request(1, 2 * AGE - 1).block()).isEqualTo(10);
    }

    @Test
    void requestsNoBlockOfASmallBurst() {
        BucketView small = new BucketView("key", RateLimit.parse("127/s"), 0);

        small.request(1, 0);

        assertThat(small.request(1, 1).block()).isZero();
    }

    /** The commands of a cluster do not wait for each other. */
    @Test
    void requestsOneBlockAtATime() {
        large.request(1, 0);
        AcquireRequest first = large.request(1, 1);

        assertThat(large.request(1, 2).block()).isZero();
        large.fail(first);
        assertThat(large.request(1, 3).block()).isEqualTo(10);
    }

    /** What is left goes down by one for each request, in the block, at its end, and after it. */
    @Test
    void grantsABlockAndReturnsWhatIsLeft() {
        large.request(1, 0);
        AcquireRequest request = large.request(1, 1);
        AcquireReply reply = new AcquireReply(1, shares(1268), 10);
        large.update(request, reply);

        assertThat(large.quota(large.acquired(reply, 0)).remaining()).isEqualTo(1278);
        for (int left = 1277; left > 1270; left--) {
            assertThat(large.takeFromBlock(AGE).map(large::quota).orElseThrow().remaining())
                    .isEqualTo(left);
        }
        assertThat(large.takeFromBlock(1 + AGE)).isEmpty();
        assertThat(large.request(1, 1 + AGE))
                .returns(3, AcquireRequest::returned)
                .returns(10, AcquireRequest::block);
        assertThat(large.request(1, 2 + AGE).returned()).isZero();
    }

    /** The bucket is full again: others may have used that, so a return would add to the burst. */
    @Test
    void neitherReportsNorReturnsMoreThanTheBurst() {
        RateLimit fast = RateLimit.parse("1000000/s").withBurst(1280);
        BucketView refilled = new BucketView("key", fast, 0);
        refilled.request(1, 0);
        AcquireRequest request = refilled.request(1, 1);
        refilled.update(request, new AcquireReply(1, refilled.full() - 11 * SECOND, 10));

        assertThat(refilled.takeFromBlock(AGE)
                        .map(refilled::quota)
                        .orElseThrow()
                        .remaining())
                .isEqualTo(1279);
        assertThat(refilled.request(1, 1 + AGE).returned()).isZero();
    }

    @Test
    void refillsUpToTheBurst() {
        view.take(0);

        assertThat(view.take(Duration.ofHours(1).toNanos() / 1000).remaining()).isEqualTo(2);
    }
}
