package dev.agoratoken.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.process.Program.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisIT {
    /** Never worked on the web, although it was made for "uid 0". */
    private static final String PLEEELS =
            "007eJxTYPA2kTHZvcKX99eVtfckdt//lBxUzqWVECt7qs9tVri/6gEFhsQUi1SjtDTL1MTUZJO0xDTLJ"
                    + "NNEk0SjFAtj48REy0TT2jyBlIZARgbhZAEmRgZGBhYgBvGZwCQzmGQBk+wMBTmpqak5xYwMBgDI/SIN";

    @TempDir
    private Path folder;

    @Test
    void acceptsWhatTheSameConfigurationMade() {
        Program program = Program.launcher(folder).with(Program.PROJECT);
        String token = program.run("rtc", "testing", "--uid", "1234").out();

        Outcome outcome =
                program.runWithInput(token, "verify", "--channel", "testing", "--uid", "1234", "--for", "publish");

        assertThat(outcome.out()).isEqualTo("accepted\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void saysWhyATokenIsRefused() {
        Outcome outcome = Program.launcher(folder).run("verify", PLEEELS, "--channel", "pleeels", "--uid", "0");

        assertThat(outcome.out()).startsWith("refused\nerror   literal_zero_account: ");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void isUndecidedWhereNothingIsConfigured() {
        Outcome outcome = Program.launcher(folder).run("verify", PLEEELS, "--at", "2023-03-14T13:00:00Z");

        assertThat(outcome.out()).startsWith("undecided\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWithTwoWhereTheConfigurationIsBroken() {
        Outcome outcome = Program.launcher(folder).run("verify", PLEEELS, "--config", "nowhere.yaml");

        assertThat(outcome.err()).startsWith("agora-token: config: file \"nowhere.yaml\" not found");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void inspectsWithoutAnyConfiguration() {
        Outcome outcome = Program.launcher(folder).run("inspect", PLEEELS);

        assertThat(outcome.out()).contains("  channel   \"pleeels\"\n", "  user      account \"0\"\n");
        assertThat(outcome.exitCode()).isZero();
    }
}
