package dev.agoratoken.http.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.http.HttpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AsyncRequestLogTest {
    private final List<RequestLog.Entry> written = new ArrayList<>();
    private final List<Long> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    private static RequestLog.Entry line(int number) {
        return new RequestLog.Entry(HttpFixture.NOW, "GET", "/ping", 200, 1, "open", "127.0.0.1", "r-" + number, null);
    }

    @Test
    void goesOnAfterALogThatFailed() throws InterruptedException {
        AsyncRequestLog queue = new AsyncRequestLog(
                lines -> {
                    if (begun.getCount() > 0) {
                        begun.countDown();
                        throw new StackOverflowError();
                    }
                    written.addAll(lines);
                },
                told::add);
        queue.add(line(1));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        queue.add(line(2));
        queue.close();

        assertThat(written).containsExactly(line(2));
        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(told).containsExactly(1L);
    }

    @Test
    void makesNobodyWaitForALogThatIsStuck() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        AsyncRequestLog queue = new AsyncRequestLog(
                lines -> {
                    begun.countDown();
                    await(stuck);
                    written.addAll(lines);
                },
                told::add);
        queue.add(line(0));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> requests = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= AsyncRequestLog.CAPACITY + 100; i++) {
                queue.add(line(i));
            }
        });

        requests.get(30, TimeUnit.SECONDS);
        assertThat(queue.dropped()).isEqualTo(100);
        assertThat(told).isEmpty();

        stuck.countDown();
        queue.close();

        assertThat(written).hasSize(AsyncRequestLog.CAPACITY + 1).contains(line(0), line(AsyncRequestLog.CAPACITY));
        assertThat(told).containsExactly(100L);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
