package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelTest {
    @Test
    void printsAsTyped() {
        assertThat(ChannelName.of(" My Room ")).hasToString(" My Room ");
        assertThat(ChannelPattern.of("class-*")).hasToString("class-*");
    }

    @Test
    void differsInUpperAndLowerCase() {
        assertThat(ChannelName.of("room")).isEqualTo(ChannelName.of("room")).isNotEqualTo(ChannelName.of("Room"));
    }
}
