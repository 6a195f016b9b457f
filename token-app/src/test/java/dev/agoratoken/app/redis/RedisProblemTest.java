package dev.agoratoken.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisProblemTest {
    /** A line break, an escape sequence, and what some programs read as these. */
    @ParameterizedTest
    @ValueSource(ints = {'\n', 0x1b, 0x85, 0x9b, 0x2028, 0x2029, 0x202e, 0xfeff})
    void oneLineOfTheLogHasNoControlCharacters(int codePoint) {
        String reply = "ERR " + Character.toString(codePoint) + "injected";

        assertThat(RedisProblem.of(new RedisCommandExecutionException(reply))).isEqualTo("ERR  injected");
    }
}
