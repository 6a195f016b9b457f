package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands and the Java that the console shows for what is filled in: they are run, and make the same. */
class ConsoleSnippetsIT extends ConsoleInBrowser {
    /** Every kind of character that a shell or Java could take for something else, and that a channel may have. */
    private static final String AWKWARD_CHANNEL = "-a b$HOME;(x)|&<!>#~{1}";

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
