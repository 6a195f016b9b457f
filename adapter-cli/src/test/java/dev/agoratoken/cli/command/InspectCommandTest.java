package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.ProcessControl;
import dev.agoratoken.cli.terminal.RelativeTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectCommandTest {
    private static final String TOKEN = CliFixture.run("rte", "testing", "--uid=1234", "--role=subscriber", "--single")
            .out()
            .strip();

    @Test
    void showsWhatIsInAToken() {
        Outcome outcome = CliFixture.runBadInput("inspect", TOKEN);

        assertThat(outcome.out().replaceFirst("(?m)^signature .*$", "signature   (64 digits)"))
                .isEqualToNormalizingNewlines("""
                        token       format 007 (nothing was verified, see verify)
                        app id      970CA35de60c44645bbae8a215061b33
                        issued      2026-11-24T09:00:00Z  0 s ago
                        expires     2026-11-24T10:00:00Z  in 60 min
                        salt        1234567890
                        signature   (64 digits)
                        service     rtc
                          channel   "testing"
                          user      number "1234"
                          joinChannel           2026-11-24T10:00:00Z  in 60 min
                        service     rtm
                          user id   "1234"
                          login                 2026-11-24T10:00:00Z  in 60 min
                        """);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void showsTheChecksumsOfFormat006() {
        String token = CliFixture.run("rtc", "testing", "--any-user", "--format=006")
                .out()
                .strip();

        assertThat(CliFixture.runBadInput("inspect", token).out())
                .contains("  channel   not in the token, CRC-32 e8f35a06", "  user      empty");
        assertThat(CliFixture.runBadInput("inspect", token, "--json").out())
                .contains("\"verified\":false", "\"channelCrc32\":\"e8f35a06\",\"userCrc32\":\"00000000\"");
    }

    @Test
    void printsTheDocument() {
        Outcome outcome = CliFixture.runBadInput("inspect", "--json", TOKEN);

        assertThat(outcome.out())
                .startsWith(
                        "{\"readable\":true,\"verified\":false,\"format\":\"007\",\"appId\":\""
                                + CliFixture.APP_ID
                                + "\",\"issuedAt\":\"2026-11-24T09:00:00Z\",\"expiresAt\":\"2026-11-24T10:00:00Z\",\"salt\":1234567890,")
                .contains("\"services\":[{\"type\":\"rtc\",\"channel\":\"testing\",\"user\":{\"kind\":\"number\","
                        + "\"value\":\"1234\"},\"privileges\":[{\"name\":\"joinChannel\",\"id\":1,"
                        + "\"expiresAt\":\"2026-11-24T10:00:00Z\"}]}");
    }

    @Test
    void saysWhyATextIsNoToken() {
        Outcome outcome = CliFixture.runBadInput("inspect", TOKEN.substring(0, 100));

        assertThat(outcome.out()).startsWith("unreadable").contains("error   truncated: ");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(CliFixture.runBadInput("inspect", "--json", "hello").out())
                .startsWith("{\"readable\":false,\"findings\":[{\"code\":\"not_a_token\",\"severity\":\"error\",");
    }

    @Test
    void showsWhatWasRepaired() {
        assertThat(CliFixture.runBadInput("inspect", "Bearer " + TOKEN).out())
                .contains("warning whitespace: 7 characters before the token");
    }

    @Test
    void readsNoMoreThanATokenCouldBe() {
        CliAdapter adapter = CliFixture.adapter(CliFixture.NO_ISSUER, CliFixture.NO_SERVER);

        assertThat(CliFixture.runWithInput(adapter, "007" + "A".repeat(1 << 20), "inspect")
                        .out())
                .contains("corrupt: the text has 131072 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "PT42M, in 42 min",
        "PT0S, 0 s ago",
        "PT-119S, 119 s ago",
        "PT-2H, 2 h ago",
        "P3D, in 3 days",
        "P-2200D, 6 years ago",
    })
    void saysTimesInWords(Duration away, String words) {
        assertThat(RelativeTime.of(CliFixture.NOW.plus(away), CliFixture.NOW)).isEqualTo(words);
    }

    @Test
    void readsTheFirstLineThatAPersonTypesAndSaysThatItWaits() {
        Outcome outcome = typed(TOKEN + "\nmore that nobody waits for", "inspect");

        assertThat(outcome.out()).contains("channel   \"testing\"");
        assertThat(outcome.err())
                .isEqualToNormalizingNewlines("agora-token: type or paste the token, and end with Enter\n");
        assertThat(typed("", "inspect").err()).contains("token: it is missing; ");
        assertThat(typed("", "inspect", TOKEN).err()).isEmpty();
    }

    private static Outcome typed(String text, String... args) {
        ProcessControl typist = new ProcessControl() {
            @Override
            public boolean isStderrTerminal() {
                return true;
            }

            @Override
            public boolean isStdinTerminal() {
                return true;
            }

            @Override
            public Registration onShutdown(IntSupplier stop) {
                return () -> {};
            }
        };
        return CliFixture.runWithInput(CliFixture.adapter(CliFixture.ports(typist), OutputStyle.PIPED), text, args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "verify"})
    void saysThatStandardInputCannotBeRead(String command) {
        InputStream folder = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = CliFixture.adapter(CliFixture.NO_ISSUER, CliFixture.NO_SERVER)
                .run(folder, OutputStream.nullOutputStream(), CliFixture.printTo(err), command);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("agora-token: token: standard input cannot be read (Is a directory);"
                        + " give it as an argument\n");
    }
}
