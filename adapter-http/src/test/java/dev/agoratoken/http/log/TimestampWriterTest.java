package dev.agoratoken.http.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampWriterTest {
    private final TimestampWriter writer = new TimestampWriter();

    /** Each time follows one of the same second, of another second, and of a second before it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 2026-11-24T12:00:00.000Z",
        "2026-11-24T12:00:00.001999999Z, 2026-11-24T12:00:00.001Z",
        "2026-11-24T12:00:59.012Z, 2026-11-24T12:00:59.012Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z",
        "+12026-11-24T12:00:00.1Z, +12026-11-24T12:00:00.100Z"
    })
    void writesMilliseconds(Instant time, String expected) {
        assertThat(text(time.truncatedTo(ChronoUnit.SECONDS))).endsWith(".000Z");
        assertThat(text(time)).isEqualTo(expected);
        assertThat(text(time.plusSeconds(1)))
                .hasSameSizeAs(expected)
                .endsWith(expected.substring(expected.length() - 5));
        assertThat(text(time)).isEqualTo(expected);
    }

    private String text(Instant time) {
        StringBuilder text = new StringBuilder();
        writer.append(time, text);
        return text.toString();
    }
}
