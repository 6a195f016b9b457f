package dev.agoratoken.issuing.policy.ban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.ChannelName;
import dev.agoratoken.token.InvalidValueException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanRequestTest {
    private static final BanTarget TARGET = BanTarget.of(ChannelName.of("class-1"));

    @ParameterizedTest
    @ValueSource(longs = {10, 2_592_000})
    void lasts10SecondsTo30Days(long seconds) {
        assertThat(lasting(seconds).duration()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 9, 2_592_001})
    void lastsNeitherLessNorMore(long seconds) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> lasting(seconds))
                .returns("for", InvalidValueException::field)
                .satisfies(e -> ApprovedMessages.verify(seconds + " seconds", e.getMessage()));
    }

    @Test
    void hasAReasonOfOneLine() {
        String longest = "\ud83d\ude00".repeat(200);

        assertThat(BanRequest.checkedReason("x")).isEqualTo("x");
        assertThat(because(longest).reason()).contains(longest);
        assertThat(BanRequest.of(TARGET).reason()).isEmpty();
    }

    @Test
    void hasNoReasonThatIsEmptyTooLongOrOfSeveralLines() {
        for (String reason : new String[] {"", "x".repeat(201), "two\nlines"}) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> because(reason))
                    .returns("reason", InvalidValueException::field)
                    .satisfies(e ->
                            ApprovedMessages.verify("reason of " + reason.length() + " characters", e.getMessage()));
        }
    }

    private static BanRequest lasting(long seconds) {
        return new BanRequest(
                Optional.empty(),
                Optional.empty(),
                TARGET,
                Optional.of(Duration.ofSeconds(seconds)),
                Optional.empty(),
                true);
    }

    private static BanRequest because(String reason) {
        return new BanRequest(Optional.empty(), Optional.empty(), TARGET, Optional.empty(), Optional.of(reason), true);
    }
}
