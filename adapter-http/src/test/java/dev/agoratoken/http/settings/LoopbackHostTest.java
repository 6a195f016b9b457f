package dev.agoratoken.http.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void isThisMachine(String host) {
        assertThat(LoopbackHost.matches(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost.example.com",
                "example.localhost",
                "127.0.0.1.example.com",
                "128.0.0.1",
                "0.0.0.0",
                "127.0.0",
                "::",
                "::2",
                "[::1",
                "a:b",
                "localhost:80"
            })
    void isAnotherMachineOrUnclear(String host) {
        assertThat(LoopbackHost.matches(host)).isFalse();
    }

    @Test
    void asksTheNameServiceWhereToldTo() throws UnknownHostException {
        assertThat(LoopbackHost.resolvesToLoopback("localhost")).isTrue();
        assertThat(LoopbackHost.resolvesToLoopback("0.0.0.0")).isFalse();
    }
}
