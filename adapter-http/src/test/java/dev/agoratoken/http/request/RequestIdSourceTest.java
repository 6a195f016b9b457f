package dev.agoratoken.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdSourceTest {
    @Test
    void areOfOneLength() {
        for (int i = 0; i < 1000; i++) {
            assertThat(RequestIdSource.fromHeader(null).value()).matches("[0-9a-f]{16}");
        }
    }
}
