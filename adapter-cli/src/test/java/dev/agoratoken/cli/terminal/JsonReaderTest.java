package dev.agoratoken.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void readsObjectsAndLists() {
        String text = "{\"a\":[1,true]}";

        assertThat(JsonReader.readRequest(text)).isEqualTo(Map.of("a", List.of(1, true)));
        assertThat(JsonReader.readRequest(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of("a", List.of(1, true)));
    }

    @Test
    void readsAsManyLevelsAsTheHttpApi() {
        assertThat(JsonReader.readRequest(nested(32))).isInstanceOf(List.class);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> JsonReader.readRequest(nested(33)))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("request"))
                .satisfies(failure -> ApprovedMessages.verify("33 levels", failure.getMessage()));
    }

    @Test
    void namesTheFieldAndRemedyOfItsCaller() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> JsonReader.read("claims", new byte[0], "use {}"))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("claims"))
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo("use {}"));
    }
}
