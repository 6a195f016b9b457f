package dev.agoratoken.cli.completion;

import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script as bash runs it. Words are given as bash tells them apart: {@code =} is one of its own. */
@Tag("slow")
class BashCompletionTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeScript() throws IOException {
        Files.writeString(
                folder.resolve("script"), runBadInput("completion", "bash").out());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "rt, rtc rtm rte",
                "edu, education",
                "chat '', user app",
                "education '', room-user user app",
                "--debug ver, verify",
                "rtc testing --r, --role",
                "rtc testing --role '', publisher subscriber",
                "rtc testing --role pu, publisher",
                "rtc testing --role =, publisher subscriber",
                "rtc testing --role = pu, publisher",
                "rtc testing --role=pu, --role=publisher",
                "rtc testing --format '', 007 006",
                "batch --input-format '', jsonl csv",
                "batch --input-format jsonl --format '', 007 006",
                "verify --for pub, publish publishAudio publishVideo publishData",
                "diagnose --for rtm, rtmLogin",
                "fpa --privilege '', login=",
                "rtm alice --privilege '', joinChannel= publishAudioStream= publishVideoStream= publishDataStream= login=",
                "chat user alice --privilege '', user= app=",
                "completion '', bash zsh fish",
                "help c, chat convoai config completion",
                "help chat '', user app",
                "help config s, show",
                "apaas room-user class-7 alice --room, --room-role",
            })
    void offersWhatMayFollow(String words, String offers) throws Exception {
        assertThat(completed(words.split(" "))).containsExactly(offers.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtc testing --uid ''",
                "rtc testing --account -",
                "rtc testing --uid = ''",
                "rtc testing --privilege joinChannel = 6",
                "rtc testing --privilege joinChannel =",
                "nonsense x",
                "help rtc ''",
            })
    void offersNothingForFreeValues(String words) throws Exception {
        Files.writeString(folder.resolve("x file"), "");

        assertThat(completed(words.split(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch --in gue",
                "batch --in = gue",
                "batch --out gue",
                "issue --request gue",
                "rtc testing --cert-file gue",
                "config check --request gue",
                "config check --claims gue",
                "config show --config gue",
                "serve --config gue"
            })
    void offersFilesWhereOneIsWanted(String words) throws Exception {
        Files.writeString(folder.resolve("guests.csv"), "");
        Files.writeString(folder.resolve("guest list"), "");
        Files.writeString(folder.resolve("other"), "");

        assertThat(completed(words.split(" "))).containsExactlyInAnyOrder("guests.csv", "guest list");
    }

    @ParameterizedTest
    @MethodSource("dev.agoratoken.cli.command.HelpTest#commands")
    void offersEveryCommandWhereItBelongs(String command) throws Exception {
        int last = command.indexOf(' ') + 1;

        assertThat(completed((command.substring(0, last) + "''").split(" "))).contains(command.substring(last));
    }

    @Test
    void addsNoSpaceAfterTheNameOfAPrivilege() throws Exception {
        assertThat(run("rtc", "testing", "--privilege", "joinC"))
                .isEqualTo(new Completion(List.of("joinChannel="), List.of("-o nospace")));
        assertThat(run("rtc", "testing", "--role", "pu")).isEqualTo(new Completion(List.of("publisher"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtc", "chat user", "config check", "serve", "verify", "diagnose"})
    void offersEveryOptionOfTheHelp(String command) throws Exception {
        String help = runBadInput((command + " --help").split(" ")).out();
        List<String> options = Pattern.compile("(?m)^ +(?:-h, )?(--[a-z-]+)")
                .matcher(help)
                .results()
                .map(option -> option.group(1))
                .toList();

        assertThat(options).isNotEmpty();
        assertThat(completed((command + " --").split(" "))).containsExactlyInAnyOrderElementsOf(options);
    }

    private List<String> completed(String... words) throws IOException, InterruptedException {
        return run(words).words();
    }

    /** What the script does about the last of the words. */
    private Completion run(String... words) throws IOException, InterruptedException {
        String quoted = Arrays.stream(words)
                .map(word -> word.equals("''") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
        String caller = "source ./script; compopt() { asked+=(\"$*\"); }; COMP_WORDS=(agora-token " + quoted
                + "); COMP_CWORD=" + words.length + "; _agora_token;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\" +++ \"${asked[@]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", caller)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).contains("+++");
        int end = lines.indexOf("+++");
        return new Completion(lines.subList(0, end), lines.subList(end + 1, lines.size()));
    }

    /** The completions, and the options of compopt. */
    private record Completion(List<String> words, List<String> asked) {}
}
