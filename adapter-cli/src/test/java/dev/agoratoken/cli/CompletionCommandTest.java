package dev.agoratoken.cli;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completesOptionsAndTheirValues(String shell) {
        Outcome outcome = runBadInput("completion", shell);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("rtm-user", "input-format", "cert-file", "joinChannel=")
                .containsPattern("publisher\\W+subscriber")
                .containsPattern("007\\W+006")
                .containsPattern("jsonl\\W+csv");
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.cli.HelpTest#commands")
    void knowsEveryCommand(String command) {
        String last = command.substring(command.indexOf(' ') + 1);

        assertThat(runBadInput("completion", "bash").out()).containsPattern("\\b" + last + "\\b");
        assertThat(runBadInput("completion", "fish").out()).containsPattern("(?m) -a " + last + " -d '.+'$");
    }

    @Test
    void describesOptionsToFishUnderTheirCommand() {
        assertThat(runBadInput("completion", "fish").out())
                .contains(
                        "complete -c agora-token -n '__fish_seen_subcommand_from rtc' -l role -x -a 'publisher subscriber'")
                .contains("complete -c agora-token -n '__fish_seen_subcommand_from chat; and"
                        + " __fish_seen_subcommand_from user' -l cert-file -r -F -d ")
                .contains("-s h -l help");
    }

    @Test
    void refusesOtherShells() {
        assertThat(runBadInput("completion", "fisch").err())
                .isEqualToNormalizingNewlines(
                        "agora-token: shell: \"fisch\" is no shell here; did you mean fish? There are"
                                + " bash, zsh, fish\n");
    }
}
