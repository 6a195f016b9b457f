package dev.agoratoken.http.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes times of the log in ISO 8601 with milliseconds. Entries come in order, so the date and time of a second are
 * formatted once. Not thread-safe.
 */
final class TimestampWriter {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private long second = Long.MIN_VALUE;
    private String dateAndTime = "";

    void append(Instant time, StringBuilder text) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            dateAndTime = time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".");
        }
        int millis = time.getNano() / NANOS_PER_MILLI;
        text.append(dateAndTime);
        if (millis < 100) {
            text.append(millis < 10 ? "00" : "0");
        }
        text.append(millis).append('Z');
    }
}
