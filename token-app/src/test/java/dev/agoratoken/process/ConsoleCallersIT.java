package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The console of a server that knows its callers: one with a key, who may have RTC and RTM for an hour. */
class ConsoleCallersIT extends ConsoleInBrowser {
    private static final String KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])";

    private String key;

    @Override
    Program configured(Program program, Path folder) {
        Outcome made = program.run("key", "new", "console");
        key = made.out().strip();
        try {
            Files.writeString(
                    folder.resolve("agora-token.yaml"),
                    made.err().substring(made.err().indexOf("callers:")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program;
    }

    @Test
    void asksForAKeyAndThenTriesAgain() {
        try (ConsolePage page = open()) {
            page.at("#make-button").click();
            page.at("#key-panel").waitFor();

            assertThat(page.text("#make-problem")).contains("Authentication required", "unknown_caller");
            assertThat(page.focused()).isEqualTo("key");

            page.enterKey(key);
            page.at("#token").waitFor();

            assertThat(page.text("#token")).startsWith("007");
            assertThat(page.at("#make-problem").isHidden()).isTrue();
        }
    }

    @Test
    void asksAgainIfNobodyIsKnownByTheKey() {
        try (ConsolePage page = open()) {
            page.at("#key-open").click();
            page.enterKey(key + "x");
            page.at("#make-button").click();
            page.at("#key-panel").waitFor();

            assertThat(page.text("#make-problem")).contains("unknown API key");
            assertThat(page.text("#make")).doesNotContain(key);
        }
    }

    @Test
    void readsForWhomItKnowsOnly() {
        try (ConsolePage page = open()) {
            page.at("#tab-read").click();
            page.at("[data-example=pleeels]").click();
            page.at("#key-panel").waitFor();
            page.enterKey(key);

            assertThat(page.verdict()).isEqualTo("Rejected");
        }
    }

    @Test
    void keepsTheKeyInItsMemoryAlone() {
        try (ConsolePage page = open()) {
            page.at("#key-open").click();
            page.enterKey(key);
            page.make();

            assertThat(page.page().evaluate(KEPT)).isEqualTo("[{},{},\"\"]");
            assertThat(page.page().content()).doesNotContain(key);
            assertThat(page.at("#key").inputValue()).isEmpty();
            assertThat(page.urls()).noneMatch(url -> url.contains(key));
            assertThat(page.text("#curl")).contains("Bearer $AGORA_TOKEN_KEY");

            page.page().reload();
            page.at("#make-button").click();
            page.at("#key-panel").waitFor();

            assertThat(page.text("#make-problem")).contains("Authentication required");
        }
    }

    @Test
    void showsWhatARuleRefuses() {
        try (ConsolePage page = open()) {
            page.at("#key-open").click();
            page.enterKey(key);
            page.at("#expires-in").fill("2h");
            page.at("#make-button").click();
            page.at("#make-problem").waitFor();

            assertThat(page.text("#make-problem")).contains("Not allowed", "not_allowed");
            assertThat(page.text("#expires-in-error")).contains("no rule covers this");
            assertThat(page.focused()).isEqualTo("expires-in");

            page.choose("kind", "chat-app");
            page.at("#expires-in").fill("1h");
            page.at("#make-button").click();
            page.at("#make-problem li").waitFor();

            assertThat(page.text("#make-problem")).contains("services[0].type", "not_allowed");
        }
    }
}
