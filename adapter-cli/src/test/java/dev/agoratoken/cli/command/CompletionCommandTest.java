package dev.agoratoken.cli.command;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.testing.ApprovedMessages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    private static final String FISH = "complete -c agora-token -n '";

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void printsAScriptAndNothingElse(String shell) {
        Outcome outcome = runBadInput("completion", shell);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("# Completes agora-token in ").contains("\ncomplete ");
    }

    @Test
    void givesZshTheScriptOfBash() {
        String script = runBadInput("completion", "zsh").out();

        assertThat(script)
                .isEqualTo(runBadInput("completion", "bash").out())
                .contains("if [[ -n ${ZSH_VERSION-} ]]; then\n", "bashcompinit\n");
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.cli.command.HelpTest#commands")
    void tellsFishAboutEveryCommandWhereItBelongs(String command) {
        String[] words = command.split(" ");
        String condition =
                words.length == 1 ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + words[0] + "; and not";

        assertThat(fish())
                .anyMatch(line -> line.startsWith(FISH + condition)
                        && line.contains("' -a " + words[words.length - 1] + " -d '"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtc|-l role -x -a 'publisher subscriber' -d",
                "rtc|-l format -x -a '007 006' -d",
                "rtc|-l uid -x -d",
                "batch|-l input-format -x -a 'jsonl csv' -d",
                "batch|-l in -r -F -d",
                "batch|-l out -r -F -d",
                "fpa|-l privilege -x -a 'login=' -d",
                "verify|-l for -x -a 'join publish publishAudio publishVideo publishData rtmLogin chatUser chatApp"
                        + " apaasRoomUser fpa convoai stt streaming fcdn' -d",
                "chat; and __fish_seen_subcommand_from user|-l cert-file -r -F -d",
                "completion|-a 'bash zsh fish' -d",
                "help|-a convoai -d",
                "serve|-s h -l help -d"
            })
    void describesOptionsAndTheirValuesToFishUnderTheirCommand(String command, String option) {
        assertThat(fish())
                .anyMatch(line ->
                        line.startsWith(FISH + "__fish_seen_subcommand_from " + command + "' " + option + " '"));
    }

    private static List<String> fish() {
        return runBadInput("completion", "fish").out().lines().toList();
    }

    @Test
    void rejectsOtherShells() {
        ApprovedMessages.verify(
                "completion fisch", runBadInput("completion", "fisch").rejection("shell"));
    }
}
