package dev.agoratoken.cli.error;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.IssuerFactory;
import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.TokenFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReporterTest {
    private static final String[] COMMAND = {"rtc", "testing", "--uid=1"};
    private static final String[] COMMAND_WITH_DEBUG = {"rtc", "testing", "--uid=1", "--debug"};

    @Test
    void reportsAMissingConfigurationAsInvalidInput() {
        Outcome outcome = run(failing(new InvalidValueException("APP_ID", "it is not set", "set it")), COMMAND);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: APP_ID: it is not set; set it\n");
    }

    @ParameterizedTest
    @CsvSource({
        "APP_CERTIFICATE_FILE, command line, cert-file",
        "APP_ID,               command line, app-id",
        "APP_ID,               environment,  APP_ID (environment)",
        "lifetime,             '',           expire"
    })
    void callsOptionsByTheirNames(String name, String source, String shown) {
        FieldName field = new FieldName(name, source);

        Outcome outcome = run(failing(new InvalidValueException(field, "it is bad", "mend it")), COMMAND);

        assertThat(outcome.err()).isEqualToNormalizingNewlines("agora-token: " + shown + ": it is bad; mend it\n");
    }

    @Test
    void reportsAnUnexpectedFailureAsAnInternalErrorInOneLine() {
        Outcome outcome = run(failing(new IllegalStateException("line one\nline two")), COMMAND);

        assertThat(outcome.exitCode()).isEqualTo(70);
        assertThat(outcome.out()).isEmpty();
        ApprovedMessages.verify("internal error", outcome.message("internal error"));
    }

    @Test
    void reportsAFailureWithoutMessageByItsType() {
        Outcome outcome = run(failing(new NullPointerException()), COMMAND);

        ApprovedMessages.verify("internal error without a message", outcome.message("internal error"));
    }

    @Test
    void printsTheStackTraceOnlyWithDebug() {
        CliAdapter adapter = failing(new IllegalStateException("broken"));

        assertThat(run(adapter, COMMAND).err()).doesNotContain("\tat ");
        assertThat(run(adapter, COMMAND_WITH_DEBUG).err())
                .startsWith("agora-token: internal error: IllegalStateException: broken; ")
                .contains("\tat " + ErrorReporterTest.class.getName());
        assertThat(runBadInput("rtc", "testing", "--uid=x", "--debug").err())
                .startsWith("agora-token: uid: ")
                .contains("\tat dev.agoratoken.cli.option.Argument");
    }

    @Test
    void keepsSecretsOutOfStackTraces() {
        Outcome outcome = run(failing(new IllegalStateException(CliFixture.CERTIFICATE)), COMMAND_WITH_DEBUG);

        assertThat(outcome.err()).contains("\tat ").doesNotContain(CliFixture.CERTIFICATE);
    }

    @Test
    void reportsAFailureToWriteStandardOutput() {
        Outcome outcome = runInto("No space left on device", COMMAND);

        assertThat(outcome.exitCode()).isEqualTo(2);
        ApprovedMessages.verify("disk full", outcome.message("stdout"));
    }

    @ParameterizedTest
    @CsvSource({"rtc testing --uid=1, 0", "rtc --help, 0", "inspect nonsense, 1"})
    void ignoresAClosedPipe(String command, int code) {
        assertThat(runInto("Broken pipe", command.split(" "))).isEqualTo(new Outcome(code, "", ""));
    }

    private static Outcome runInto(String failure, String... args) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        CliAdapter adapter =
                CliFixture.adapter(configOverrides -> CliFixture.issuer(TokenFormat.V007), CliFixture.NO_SERVER);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = adapter.run(InputStream.nullInputStream(), broken, CliFixture.printTo(err), args);
        return new Outcome(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }

    private static CliAdapter failing(RuntimeException failure) {
        IssuerFactory issuers = configOverrides -> {
            throw failure;
        };
        return CliFixture.adapter(issuers, CliFixture.NO_SERVER);
    }
}
