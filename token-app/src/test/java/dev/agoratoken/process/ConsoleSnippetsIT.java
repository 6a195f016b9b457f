package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The code that the console shows for its form: shell, JavaScript and Java are run and make the same token. Swift and
 * Kotlin are compared as text.
 */
class ConsoleSnippetsIT extends ConsoleInBrowser {
    /** Every kind of character that a shell or Java could take for something else, and that a channel may have. */
    private static final String AWKWARD_CHANNEL = "-a b$HOME;(x)|&<!>#~{1}";

    private static final Pattern TOKEN = Pattern.compile("007[A-Za-z0-9+/]+=*");

    @Test
    void showsACommandThatMakesTheSame() {
        try (ConsolePage page = open()) {
            page.at("#channel").fill(AWKWARD_CHANNEL);
            Outcome outcome = Program.shell(folder()).with(Program.PROJECT).run(page.text("#cli"));

            assertThat(outcome.err()).isEmpty();
            page.diagnose(outcome.out().strip());
            assertThat(page.text("#sheet")).contains(AWKWARD_CHANNEL, "1234", "publishDataStream");
        }
    }

    @ParameterizedTest
    @CsvSource({"both, Signaling", "rtm, Signaling", "chat-app, Chat", "json, alice"})
    void showsACommandForEveryKind(String kind, String told) {
        try (ConsolePage page = open()) {
            page.at("#channel").fill("a b&c");
            page.choose("kind", kind);
            Outcome outcome = Program.shell(folder()).with(Program.PROJECT).run(page.text("#cli"));

            assertThat(outcome.err()).isEmpty();
            page.diagnose(outcome.out().strip());
            assertThat(page.verdict()).isEqualTo("Accepted");
            assertThat(page.text("#sheet")).contains(told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "compatible"})
    void showsRequestsForTheShell(String snippet) {
        try (ConsolePage page = open()) {
            page.at("#channel").fill(AWKWARD_CHANNEL);
            Outcome outcome = Program.shell(folder()).run(page.text("#" + snippet));

            assertThat(outcome.err()).isEmpty();
            page.diagnose(token(outcome.out()));
            assertThat(page.text("#sheet")).contains(AWKWARD_CHANNEL, "1234", "publishDataStream");
        }
    }

    @ParameterizedTest
    @CsvSource({"both, rtcToken", "rtm, rtmToken", "chat-app, chatToken", "chat-user, chatToken"})
    void showsACompatibleRouteForEveryKind(String kind, String key) {
        try (ConsolePage page = open()) {
            page.choose("kind", kind);
            page.at("#expires-in").fill("10m");
            Outcome outcome = Program.shell(folder()).run(page.text("#compatible"));

            assertThat(outcome.out()).contains('"' + key + '"');
            page.diagnose(token(outcome.out()));
            assertThat(page.verdict()).isEqualTo("Accepted");
        }
    }

    @Test
    void saysWhatACompatibleRouteCannotDo() {
        try (ConsolePage page = open()) {
            page.at("#tab-snippet-compatible").click();
            page.choose("role", "single");

            assertThat(page.text("#compatible")).isEmpty();
            assertThat(page.at("#compatible-hint").isVisible()).isTrue();
            assertThat(page.text("#compatible-hint")).contains("role");
            assertThat(page.at("[data-copy=compatible]").isVisible()).isFalse();
        }
    }

    @Test
    void showsJavaScriptThatMakesTheSame() {
        try (ConsolePage page = open()) {
            page.at("#channel").fill(AWKWARD_CHANNEL);
            page.choose("kind", "both");
            Object token = page.page().evaluate("(async () => {" + page.text("#fetch") + "\nreturn token; })()");

            page.diagnose((String) token);
            assertThat(page.text("#sheet")).contains(AWKWARD_CHANNEL, "1234", "Signaling");
        }
    }

    @Test
    void showsSwiftAndKotlinWithTheSameRequest() {
        try (ConsolePage page = open()) {
            page.at("#channel").fill(AWKWARD_CHANNEL + "##");
            String channel = "\"channel\":\"" + AWKWARD_CHANNEL + "##\"";

            assertThat(page.text("#swift"))
                    .contains(address() + "/v1/tokens", "Data(###\"{\"expiresIn\":3600,", channel, "}\"###.utf8)");
            assertThat(page.text("#kotlin"))
                    .contains(
                            address() + "/v1/tokens",
                            "\"{\\\"expiresIn\\\":3600,",
                            channel.replace("\"", "\\\"").replace("$", "\\$"));
        }
    }

    @Test
    void showsNoCodeForAnInvalidForm() {
        try (ConsolePage page = open()) {
            page.at("#user").fill("12x");

            assertThat(page.at("#snippets code").allTextContents()).hasSize(7).containsOnly("");
            assertThat(page.text("#curl-hint")).isEqualTo("Correct the form to see the code.");

            page.at("#user").fill("12");

            assertThat(page.at("#snippets code").allTextContents()).doesNotContain("");
            assertThat(page.text("#curl-hint")).isEmpty();
        }
    }

    private static String token(String answer) {
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group();
    }

    @Test
    void showsJavaThatMakesTheSame() throws IOException {
        try (ConsolePage page = open()) {
            page.at("#channel").fill(AWKWARD_CHANNEL);
            page.choose("kind", "both");
            page.choose("role", "single");
            page.at("#user").fill("4294967295");
            Outcome outcome = run(page.text("#java"));

            assertThat(outcome.err()).isEmpty();
            page.diagnose(outcome.out().strip());
            assertThat(page.text("#sheet")).contains(AWKWARD_CHANNEL, "4294967295", "Signaling", "login");
            assertThat(page.text("#java")).doesNotContain(Program.CERTIFICATE);
        }
    }

    /** Runs the statements of a snippet, whose last makes {@code token}. */
    private Outcome run(String snippet) throws IOException {
        int body = snippet.indexOf("\n\n");
        Path source = folder().resolve("Snippet.java");
        Files.writeString(
                source,
                snippet.substring(0, body) + "\nclass Snippet { public static void main(String[] args) {\n"
                        + snippet.substring(body) + "\nSystem.out.println(token);\n}}\n");
        return Program.java(folder())
                .with(Program.PROJECT)
                .run("-cp", Program.path("agora-token.jar"), source.toString());
    }
}
