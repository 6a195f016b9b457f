package dev.agoratoken.app.agora;

import java.time.Duration;
import java.util.List;

/**
 * When the worker does what.
 *
 * @param request the timeout of a request to Agora
 * @param spacing the minimum time between two requests of one account
 * @param retries the time before each further attempt; the last one repeats
 * @param renewal how long before its end a rule is renewed
 * @param check the longest time between two looks at the bans
 */
record RemovalTimes(Duration request, Duration spacing, List<Duration> retries, Duration renewal, Duration check) {
    /** At most 10 requests per second; Agora recommends the first three retries. */
    static final RemovalTimes DEFAULT = new RemovalTimes(
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60)),
            Duration.ofHours(1),
            Duration.ofSeconds(1));

    RemovalTimes {
        retries = List.copyOf(retries);
    }

    /**
     * The time before the next attempt.
     *
     * @param failures how many attempts failed, at least 1
     */
    Duration retryAfter(int failures) {
        return retries.get(Math.min(failures, retries.size()) - 1);
    }
}
