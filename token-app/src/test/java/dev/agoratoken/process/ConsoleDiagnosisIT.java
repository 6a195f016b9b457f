package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The console in a real browser: reading tokens, and what is found wrong with them. */
class ConsoleDiagnosisIT extends ConsoleInBrowser {
    static Stream<Arguments> whatGoesWrong() {
        UnaryOperator<String> untouched = UnaryOperator.identity();
        return Stream.of(
                Arguments.of("channel_mismatch", untouched, "#expect-channel", "Testing"),
                Arguments.of("user_mismatch", untouched, "#expect-user", "1235"),
                Arguments.of("app_id_mismatch", untouched, "#expect-app-id", "0123456789abcdef0123456789abcdef"),
                Arguments.of("missing_service", untouched, "#purpose", "rtmLogin"),
                Arguments.of("account_for_number", untouched, "#expect-kind", "account"),
                Arguments.of("whitespace", whole(token -> token + "\n"), "#expect-channel", "testing"),
                Arguments.of(
                        "percent_encoded", whole(token -> token.replace("A", "%41")), "#expect-channel", "testing"),
                Arguments.of("truncated", whole(token -> token.substring(0, 80)), "#expect-channel", "testing"),
                Arguments.of("not_a_token", whole(token -> "eyJhbGciOiJIUzI1NiJ9"), "#expect-channel", "testing"));
    }

    private static UnaryOperator<String> whole(UnaryOperator<String> damage) {
        return damage;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatGoesWrong")
    void saysWhatIsWrong(String code, UnaryOperator<String> damage, String field, String value) {
        try (ConsolePage page = open()) {
            String token = page.make();
            page.at("#verify-made").click();
            page.at("#diagnosis").waitFor();
            if (field.equals("#purpose") || field.equals("#expect-kind")) {
                page.at(field).selectOption(value);
            } else {
                page.at(field).fill(value);
            }
            page.diagnose(damage.apply(token));

            assertThat(page.findings()).contains(code);
        }
    }

    @Test
    void explainsTheTokenThatNeverWorked() {
        try (ConsolePage page = open()) {
            page.at("#tab-read").click();
            page.at("[data-example=pleeels]").click();

            assertThat(page.verdict()).isEqualTo("Rejected");
            assertThat(page.findings()).startsWith("literal_zero_account", "expired");
            assertThat(page.text("#verdict-text")).contains("account \"0\"", "uid 0 (any user)");
            assertThat(page.text("#findings li:first-child")).contains("Error", "literal_zero_account", "uid 0");
            assertThat(page.text("#sheet")).contains("\"0\" account (string)");
            assertThat(page.text("#sdk")).contains("110 ERR_INVALID_TOKEN");
        }
    }

    @Test
    void drawsWhenATokenWasIssuedAndWhenItEnded() {
        try (ConsolePage page = open()) {
            page.at("#tab-read").click();
            page.at("[data-example=pleeels]").click();
            page.at("#diagnosis").waitFor();

            assertThat(page.at("#time svg").getAttribute("aria-label"))
                    .contains("Token issued 2023-03-14 12:54:21 UTC", "Token expired 2023-03-15 12:54:21 UTC");
            assertThat(page.at("#time svg .strong").allTextContents())
                    .containsExactly("issued", "token expires, 24 h limit", "now");
        }
    }

    @Test
    void drawsFormat006WithoutSayingWhenItWasIssued() {
        try (ConsolePage page = open()) {
            page.at("#tab-read").click();
            page.at("[data-example=article]").click();

            assertThat(page.verdict()).isEqualTo("Rejected");
            assertThat(page.at("#time svg").getAttribute("aria-label"))
                    .contains("does not record when it was issued")
                    .contains("Token expired 2020-08-11 18:29:52 UTC")
                    .contains("rtc: 4 privileges expired 2020-08-10 19:29:52 UTC");
            assertThat(page.at("#time svg .strong").allTextContents()).containsExactly("token expires", "now");
            assertThat(page.text("#sheet")).contains("e8f35a06", "9be3e0a3");
        }
    }

    @Test
    void showsMarkupInATokenAsText() {
        String channel = "<img src=x onerror=alert(1)><script>";
        try (ConsolePage page = open()) {
            page.at("#channel").fill(channel);
            page.make();
            page.at("#verify-made").click();

            assertThat(page.verdict()).isEqualTo("Accepted");
            assertThat(page.text("#sheet")).contains(channel);
            assertThat(page.at("#sheet img, #sheet script, #made-sheet img").count())
                    .isZero();
        }
    }

    @Test
    void takesATokenFromTheFragmentAndTellsNobody() {
        try (ConsolePage page = open()) {
            String token = page.make();
            try (ConsolePage other = open("/#token=" + token)) {
                assertThat(other.verdict()).isEqualTo("Accepted");
                assertThat(other.page().url()).isEqualTo(address() + "/");
                assertThat(other.urls()).isNotEmpty().noneMatch(url -> url.contains(token.substring(10, 40)));
            }
        }
    }
}
