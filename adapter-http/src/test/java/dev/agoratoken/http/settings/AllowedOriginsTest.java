package dev.agoratoken.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example",
        "https://a.example/, https://a.example",
        "HTTPS://A.Example, https://a.example",
        "https://a.example:443, https://a.example",
        "http://a.example:80/, http://a.example",
        "http://a.example:443, http://a.example:443",
        "http://localhost:3000, http://localhost:3000",
        "http://[::1]:3000, http://[::1]:3000",
        "capacitor://localhost, capacitor://localhost"
    })
    void knowsAnOriginAsBrowsersWriteIt(String written, String sent) {
        AllowedOrigins origins = AllowedOrigins.parse(" https://other.example , " + written);

        assertThat(origins.allow(sent)).isTrue();
        assertThat(origins.allow("https://other.example")).isTrue();
        assertThat(origins.allow("https://third.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "https://",
                "https://a.example/app",
                "https://*.example",
                "https://a.example:port",
                "https://a.example:",
                "https://user@a.example",
                "null",
                "https://a.example https://b.example"
            })
    void refusesWhatIsNoOrigin(String written) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AllowedOrigins.parse(written))
                .satisfies(e -> assertThat(e.field()).isEqualTo("origins"))
                .satisfies(e -> ApprovedMessages.verify(written, e.getMessage()));
    }

    @Test
    void takesAStarAloneForAll() {
        assertThat(AllowedOrigins.parse(" * ").allow("https://a.example")).isTrue();
        assertThat(AllowedOrigins.parse("").allow("https://a.example")).isFalse();
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> AllowedOrigins.parse("*,https://a.example"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("origins"))
                .satisfies(e -> ApprovedMessages.verify("* beside another", e.getMessage()));
    }
}
