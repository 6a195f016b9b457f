package dev.agoratoken.cli.terminal;

import java.time.Duration;
import java.time.Instant;

/** The distance of an instant from now, in words. */
final class RelativeTime {
    private RelativeTime() {}

    /** {@code in 42 min} or {@code 6 years ago}. */
    static String of(Instant moment, Instant now) {
        return moment.isAfter(now)
                ? "in " + length(Duration.between(now, moment))
                : length(Duration.between(moment, now)) + " ago";
    }

    private static String length(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3_600) {
            return seconds / 60 + " min";
        }
        long hours = seconds / 3_600;
        if (hours < 48) {
            return hours + " h";
        }
        long days = hours / 24;
        return days < 730 ? days + " days" : days / 365 + " years";
    }
}
