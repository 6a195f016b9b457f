package dev.agoratoken.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<String> givenUp = new ArrayList<>();
    private final PendingRequests pendingRequests = new PendingRequests(3 * PendingRequests.REQUEST_BYTES);

    private PendingRequests.Entry add(String name, int bytes) {
        return pendingRequests.add(bytes, LONG, () -> givenUp.add(name));
    }

    @Test
    void givesUpTheOldestWhereTheyTakeTooMuch() {
        add("first", 0);
        add("second", 0);
        add("third", 0);
        assertThat(givenUp).isEmpty();

        add("fourth", PendingRequests.REQUEST_BYTES);

        assertThat(givenUp).containsExactly("first", "second");
        assertThat(pendingRequests.count()).isEqualTo(2);
    }

    @Test
    void countsNoneThatHasEnded() {
        PendingRequests.Entry first = add("first", 0);
        first.end();
        first.end();
        add("second", 0);
        add("third", 0);
        add("fourth", 0);

        assertThat(givenUp).isEmpty();
        assertThat(pendingRequests.count()).isEqualTo(3);
    }

    @Test
    void givesUpThoseWhoseTimeIsOver() {
        pendingRequests.add(0, Duration.ZERO, () -> givenUp.add("late"));
        add("early", 0);

        pendingRequests.expire();
        pendingRequests.expire();

        assertThat(givenUp).containsExactly("late");
        assertThat(pendingRequests.count()).isEqualTo(1);
    }
}
