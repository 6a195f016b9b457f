package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

class GeneratedNamesTest {
    private final GeneratedNames names = new GeneratedNames(new Random());

    @RepeatedTest(20)
    void keepsUsersAndAgentsApart() {
        assertThat(names.user().number()).isBetween(100_000_000L, (long) Integer.MAX_VALUE);
        assertThat(names.agent().number()).isBetween(10_000_000L, 99_999_999L);
    }

    @RepeatedTest(20)
    void givesNewChannels() {
        assertThat(names.channel("channel_").value())
                .matches("channel_[0-9a-f]{16}")
                .isNotEqualTo(names.channel("channel_").value());
    }
}
