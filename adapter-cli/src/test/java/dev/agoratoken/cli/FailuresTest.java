package dev.agoratoken.cli;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final String[] COMMAND = {"rtc", "testing", "--uid=1"};
    private static final String[] COMMAND_WITH_DEBUG = {"rtc", "testing", "--uid=1", "--debug"};

    @Test
    void reportsAConfigurationThatIsMissingAsBadInput() {
        Outcome outcome = run(failing(new InvalidValueException("APP_ID", "it is not set", "set it")), COMMAND);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: APP_ID: it is not set; set it\n");
    }

    @Test
    void reportsWhatNobodyExpectedAsOurOwnFaultInOneLine() {
        Outcome outcome = run(failing(new IllegalStateException("line one\nline two")), COMMAND);

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualToNormalizingNewlines(
                        "agora-token: internal error: IllegalStateException: line one line two; please report it\n");
    }

    @Test
    void reportsWhatHasNoMessageByItsName() {
        Outcome outcome = run(failing(new NullPointerException()), COMMAND);

        assertThat(outcome.err())
                .isEqualToNormalizingNewlines("agora-token: internal error: NullPointerException; please report it\n");
    }

    @Test
    void printsTheStackTraceOnlyWhenAskedTo() {
        CliAdapter adapter = failing(new IllegalStateException("broken"));

        assertThat(run(adapter, COMMAND).err()).doesNotContain("\tat ");
        assertThat(run(adapter, COMMAND_WITH_DEBUG).err())
                .startsWith("agora-token: internal error: IllegalStateException: broken; please report it")
                .contains("\tat " + FailuresTest.class.getName());
        assertThat(runBadInput("rtc", "testing", "--uid=x", "--debug").err())
                .startsWith("agora-token: uid: \"x\" is not a uid;")
                .contains("\tat dev.agoratoken.token.UserId");
    }

    @Test
    void keepsSecretsOutOfStackTraces() {
        Outcome outcome = run(failing(new IllegalStateException(CliFixture.CERTIFICATE)), COMMAND_WITH_DEBUG);

        assertThat(outcome.err()).contains("\tat ").doesNotContain(CliFixture.CERTIFICATE);
    }

    @Test
    void failsWhenStandardOutputIsClosed() {
        CliAdapter adapter = CliFixture.adapter(overrides -> CliFixture.issuer(TokenFormat.V007), CliFixture.NO_SERVER);
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exitCode = adapter.run(
                InputStream.nullInputStream(), CliFixture.printTo(closed), CliFixture.printTo(err), COMMAND);

        assertThat(exitCode).isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("agora-token: stdout: not everything could be written;"
                        + " see whether it was closed or the disk is full\n");
    }

    private static CliAdapter failing(RuntimeException failure) {
        IssuerSource issuers = overrides -> {
            throw failure;
        };
        return CliFixture.adapter(issuers, CliFixture.NO_SERVER);
    }
}
