package dev.agoratoken.http.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.token.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsetValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "Undefined",
                "null",
                "NULL",
                "NaN",
                "nan",
                "(null)",
                "<null>",
                "<nil>",
                "[object Object]",
                "[object Undefined]",
                "[object Promise]",
                " undefined ",
                "%20null%20",
                "[object%20Object]",
                "%5Bobject%20Object%5D",
                "%255Bobject%2520Object%255D",
                "[object+Object]",
                "%75ndefined"
            })
    void rejectsTheTextsOfUnsetVariables(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> UnsetValue.reject("uid", value))
                .satisfies(e -> assertThat(e.field()).isEqualTo("uid"))
                .satisfies(e -> assertThat(e.problem()).startsWith("the client sent no uid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "nullable",
                "undefined1",
                "team-null",
                "Nana",
                "object Object",
                "[object",
                "none",
                "nil",
                "100%",
                "%",
                "%zz",
                "a%20b"
            })
    void keepsAllOthersAsTheyAre(String value) {
        assertThat(UnsetValue.reject("uid", value)).isEqualTo(value);
    }
}
