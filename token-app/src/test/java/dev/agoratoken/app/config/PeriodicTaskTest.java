package dev.agoratoken.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.testing.ApprovedMessages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    private static final long TIMEOUT_SECONDS = 60;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch looks = new CountDownLatch(3);

    @Test
    void looksAgainAndAgain() throws InterruptedException {
        assertLooksOn(looks::countDown);

        assertThat(log).isEmpty();
    }

    @Test
    void looksAgainAfterAFailure() throws InterruptedException {
        assertLooksOn(
                () -> {
                    throw new IllegalStateException("secret");
                },
                looks::countDown);

        ApprovedMessages.verify("IllegalStateException", log.get(0));
    }

    @Test
    void looksAgainAfterAnErrorOfTheVirtualMachine() throws InterruptedException {
        assertLooksOn(
                () -> {
                    throw new StackOverflowError("secret");
                },
                looks::countDown);

        ApprovedMessages.verify("StackOverflowError", log.get(0));
    }

    @Test
    void runsATaskBetweenLooksAndNoneAfterItsEnd() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        PeriodicTask periodicTask = new PeriodicTask(List.of(), Duration.ofDays(1), EventLog.NONE);
        periodicTask.runNow(ran::countDown);
        assertThat(ran.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        periodicTask.close();

        periodicTask.runNow(() -> log.add("ran"));

        assertThat(log).isEmpty();
    }

    private void assertLooksOn(Runnable... checks) throws InterruptedException {
        PeriodicTask periodicTask =
                new PeriodicTask(List.of(checks), Duration.ofMillis(1), (level, line) -> log.add(line));
        try {
            assertThat(looks.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            periodicTask.close();
        }
    }
}
