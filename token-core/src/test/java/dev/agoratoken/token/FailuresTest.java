package dev.agoratoken.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void saysFieldProblemAndRemedyInOneLine() {
        assertThat(new InvalidValueException("channel", "it is empty", "give 1 to 64 characters"))
                .hasMessage("channel: it is empty; give 1 to 64 characters");
    }

    @Test
    void keepsProblemAndRemedyUnderTheCallersNameOfTheField() {
        InvalidValueException renamed =
                new InvalidValueException("uuid", "it is empty", "name it").withField("services[0].roomUuid");

        assertThat(renamed).hasMessage("services[0].roomUuid: it is empty; name it");
        assertThat(renamed.field()).isEqualTo("services[0].roomUuid");
        assertThat(renamed.problem()).isEqualTo("it is empty");
        assertThat(renamed.remedy()).isEqualTo("name it");
        assertThat(renamed.code()).isEqualTo("invalid_value");
    }

    @Test
    void saysWhereASettingWasRead() {
        InvalidValueException failure = new InvalidValueException("lifetime", "it is zero", "use 1h")
                .withField(new FieldName("tokens.expire", "agora-token.yaml line 7"));

        assertThat(failure).hasMessage("tokens.expire (agora-token.yaml line 7): it is zero; use 1h");
        assertThat(failure.field()).isEqualTo("tokens.expire");
        assertThat(failure.fieldName().source()).isEqualTo("agora-token.yaml line 7");
    }

    @Test
    void namesTheDefectOfAnUnreadableToken() {
        UnreadableTokenException failure = new UnreadableTokenException(TokenDefect.TRAILING_DATA, "3 bytes follow");

        assertThat(failure).hasMessage("3 bytes follow");
        assertThat(failure.defect()).isEqualTo(TokenDefect.TRAILING_DATA);
        assertThat(failure.code()).isEqualTo("trailing_data");
    }

    @Test
    void hasStableCodesForDefects() {
        assertThat(Stream.of(TokenDefect.values()).map(TokenDefect::code))
                .containsExactly(
                        "not_a_token",
                        "unsupported_format",
                        "truncated",
                        "corrupt",
                        "app_id_with_space",
                        "trailing_data",
                        "non_canonical",
                        "unordered",
                        "duplicate_privilege",
                        "unknown_service");
    }
}
