package dev.agoratoken.issuing.policy.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerNameTest {
    @Test
    void isShownAsItIsConfigured() {
        assertThat(CallerName.of("web-backend")).hasToString("web-backend").isEqualTo(new CallerName("web-backend"));
    }
}
