package dev.agoratoken.token;

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
                .withMessage("userId: \" ann\" starts with a space; start with another character");
        assertThat(RtmUserId.of("ann ")).hasToString("ann ");
    }

    @Test
    void refusesSignalingUser0ButNotOthersThatBeginWith0() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> RtmUserId.of("0"))
                .withMessage(
                        "userId: \"0\" is not a Signaling user; " + "name the user; Signaling has no \"any user\"");
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
                        .withMessageStartingWith("userId: \"a")
                        .withMessageEndingWith("which Chat does not allow; "
                                + "use a-z, 0-9, '_', '-' and '.'; Chat user ids are lower case");
            }
        });
    }

    @Test
    void showsTheCharacterThatChatRefuses() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of("Ann"))
                .satisfies(refusal ->
                        assertThat(refusal.problem()).isEqualTo("\"Ann\" holds 'A', which Chat does not allow"));
    }

    @Test
    void boundsChatUsersAt64() {
        assertThat(ChatUserId.of("a".repeat(64))).hasToString("a".repeat(64));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of("a".repeat(65)))
                .withMessageEndingWith(" is 65 bytes long; use at most 64 bytes");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of(""))
                .withMessage("userId: it is empty; give 1 to 64 characters");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ChatUserId.of(null))
                .withMessage("userId: it is empty; give 1 to 64 characters");
    }

    @Test
    void printsUuidsAsTyped() {
        assertThat(ApaasUuid.of("Room 1")).hasToString("Room 1");
    }
}
