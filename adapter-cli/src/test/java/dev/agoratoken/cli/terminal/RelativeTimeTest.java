package dev.agoratoken.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT42M, in 42 min",
        "PT0S, 0 s ago",
        "PT-119S, 119 s ago",
        "PT-2H, 2 h ago",
        "P3D, in 3 days",
        "P-2200D, 6 years ago",
    })
    void saysTimesInWords(Duration away, String words) {
        assertThat(RelativeTime.of(NOW.plus(away), NOW)).isEqualTo(words);
    }
}
