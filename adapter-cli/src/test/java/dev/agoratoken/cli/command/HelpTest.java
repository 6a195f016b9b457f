package dev.agoratoken.cli.command;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.StandardOutput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private static final Map<String, String> ALIASES = Map.of("apaas", ", education", "verify", ", diagnose");

    /** Every name of every command that there is, such as {@code chat user}. */
    static List<String> commands() {
        StandardOutput out = new StandardOutput(OutputStream.nullOutputStream());
        CommandContext commandContext = new CommandContext(
                InputStream.nullInputStream(),
                out,
                out,
                OutputStyle.PIPED,
                CliFixture.ports(CliFixture.NO_ISSUER, CliFixture.NO_CONFIG, CliFixture.NO_SERVER));
        List<String> names = new ArrayList<>();
        collect("", CommandRegistry.parserFor(new String[0], commandContext, "0.1.0"), names);
        return names;
    }

    private static void collect(String prefix, CommandLine group, List<String> names) {
        for (Map.Entry<String, CommandLine> command : group.getSubcommands().entrySet()) {
            names.add(prefix + command.getKey());
            collect(prefix + command.getKey() + " ", command.getValue(), names);
        }
    }

    @Test
    void knowsTheCommands() {
        assertThat(commands())
                .containsExactly(
                        "rtc",
                        "rtm",
                        "rte",
                        "chat",
                        "chat user",
                        "chat app",
                        "apaas",
                        "apaas room-user",
                        "apaas user",
                        "apaas app",
                        "education",
                        "education room-user",
                        "education user",
                        "education app",
                        "fpa",
                        "convoai",
                        "stt",
                        "issue",
                        "batch",
                        "inspect",
                        "verify",
                        "diagnose",
                        "serve",
                        "ban",
                        "ban add",
                        "ban list",
                        "ban show",
                        "ban lift",
                        "config",
                        "config check",
                        "config show",
                        "key",
                        "key new",
                        "completion",
                        "help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsForEveryCommandHowToCallItAndAnExample(String command) {
        Outcome outcome = runBadInput((command + " --help").split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage:")
                .containsPattern("Usage:\\R  agora-token " + command)
                .containsPattern("(?s)-h, --help.*Example:\\R  .*agora-token " + command)
                .doesNotContain("\u001b[");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void breaksNoCommandLine(String command) {
        String[] paragraphs = runBadInput((command + " -h").split(" ")).out().split("\\R\\R");

        assertThat(Stream.of(paragraphs[0], paragraphs[paragraphs.length - 1])
                        .flatMap(paragraph -> paragraph.lines().skip(1)))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  "));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEveryCommandInOneLine(String command) {
        String[] paragraphs = runBadInput((command + " -h").split(" ")).out().split("\\R\\R");

        assertThat(paragraphs[1].lines()).singleElement().asString().endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsTheSameHelpInEachWayOfAskingForIt(String command) {
        String help = runBadInput((command + " --help").split(" ")).out();

        assertThat(runBadInput((command + " -h").split(" ")).out()).isEqualTo(help);
        assertThat(runBadInput(("help " + command).split(" ")).out()).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void listsTheCommands(String request) {
        Outcome outcome = runBadInput(request);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage:")
                .contains(commands().stream()
                        .filter(name -> !name.contains(" ") && !ALIASES.containsValue(", " + name))
                        .map(name -> "\n  " + name + ALIASES.getOrDefault(name, "") + " ")
                        .toList());
    }

    @Test
    void printsTheUsageAsAnErrorWhereNoCommandIsGiven() {
        Outcome outcome = runBadInput();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo(runBadInput("--help").out());
    }

    @Test
    void printsTheVersion() {
        Outcome outcome = runBadInput("--version");

        assertThat(outcome.out()).isEqualToNormalizingNewlines("agora-token 0.1.0\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void coloursTheHelpOnlyOnAColouredTerminal() {
        assertThat(run(OutputStyle.COLOURED, "rtc", "--help").out()).contains("\u001b[");
        assertThat(run(OutputStyle.PLAIN, "rtc", "--help").out()).doesNotContain("\u001b[");
    }

    @Test
    void printsTokensWithoutColours() {
        assertThat(Stream.of(OutputStyle.values())
                        .map(outputStyle ->
                                run(outputStyle, "rtc", "testing", "--uid=1").out())
                        .distinct())
                .hasSize(1);
    }
}
