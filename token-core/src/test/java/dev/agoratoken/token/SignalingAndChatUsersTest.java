package dev.agoratoken.token;

import static dev.agoratoken.testing.ApprovedMessages.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.service.ApaasUuid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalingAndChatUsersTest {
    private static final String CHAT_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789_-.";

    @Test
    void refusesSignalingUsersThatStartWithASpace() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RtmUserId.of(" ann"))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("Signaling user with a leading space", e.getMessage()));
        assertThat(RtmUserId.of("ann ")).hasToString("ann ");
    }

    @Test
    void refusesSignalingUser0ButNotOthersThatBeginWith0() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RtmUserId.of("0"))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("Signaling user 0", e.getMessage()));
        assertThat(RtmUserId.of("00").value()).isEqualTo("00");
        assertThat(RtmUserId.of("0a").value()).isEqualTo("0a");
    }

    @Test
    void takesExactlyTheCharactersThatChatAllows() {
        assertThat(IntStream.range(0, 0x180)).allSatisfy(c -> {
            String name = "a" + (char) (int) c;
            if (CHAT_ALPHABET.indexOf(c) >= 0) {
                assertThat(ChatUserId.of(name).value()).isEqualTo(name);
            } else {
                assertThatExceptionOfType(InvalidValueException.class)
                        .isThrownBy(() -> ChatUserId.of(name))
                        .returns("userId", InvalidValueException::field);
            }
        });
    }

    @Test
    void showsTheCharacterThatChatRefuses() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of("Ann"))
                .satisfies(e -> verify("Chat user with a capital", e.getMessage()));
    }

    @Test
    void boundsChatUsersAt64() {
        assertThat(ChatUserId.of("a".repeat(64))).hasToString("a".repeat(64));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of("a".repeat(65)))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("Chat user that is too long", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of(""))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("empty Chat user", e.getMessage()));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of(null))
                .returns("userId", InvalidValueException::field)
                .satisfies(e -> verify("empty Chat user", e.getMessage()));
    }

    @Test
    void printsUuidsAsTyped() {
        assertThat(ApaasUuid.of("Room 1")).hasToString("Room 1");
    }
}
