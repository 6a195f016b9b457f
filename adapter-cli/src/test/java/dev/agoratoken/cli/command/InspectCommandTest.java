package dev.agoratoken.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.port.ProcessControl;
import dev.agoratoken.testing.ApprovedMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectCommandTest {
    private static final String TOKEN = CliFixture.run("rte", "testing", "--uid=1234", "--role=subscriber", "--single")
            .out()
            .strip();

    @Test
    void showsTheContentsOfAToken() {
        Outcome outcome = CliFixture.runBadInput("inspect", TOKEN);

        assertThat(outcome.out().lines().map(line -> line.strip().split(" {2,}")[0]))
                .containsExactly(
                        "token",
                        "app id",
                        "issued",
                        "expires",
                        "salt",
                        "signature",
                        "service",
                        "channel",
                        "user",
                        "joinChannel",
                        "service",
                        "user id",
                        "login");
        ApprovedMessages.verify(
                "sheet of a token", outcome.out().replaceFirst("(?m)^signature .*$", "signature   (64 digits)"));
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void showsTheChecksumsOfFormat006() {
        String token = CliFixture.run("rtc", "testing", "--any-user", "--format=006")
                .out()
                .strip();

        assertThat(CliFixture.runBadInput("inspect", token).out())
                .containsPattern("(?m)^  channel   CRC-32 e8f35a06 ")
                .containsPattern("(?m)^  user      ");
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
    void reportsWhyATextIsNotAToken() {
        Outcome outcome = CliFixture.runBadInput("inspect", TOKEN.substring(0, TOKEN.length() - 8));

        assertThat(outcome.out()).startsWith("unreadable").contains("error   truncated: ", "app id ", "expires ");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(CliFixture.runBadInput("inspect", "--json", "hello").out())
                .startsWith("{\"readable\":false,\"findings\":[{\"code\":\"not_a_token\",\"severity\":\"error\",");
    }

    @Test
    void showsWhatWasRepaired() {
        assertThat(CliFixture.runBadInput("inspect", "Bearer " + TOKEN).out()).contains("note    token_extracted: ");
    }

    @Test
    void readsNoMoreThanATokenCouldBe() {
        CliAdapter adapter = CliFixture.adapter(CliFixture.NO_ISSUER, CliFixture.NO_SERVER);

        assertThat(CliFixture.runWithInput(adapter, "007" + "A".repeat(1 << 20), "inspect")
                        .out())
                .contains("corrupt: ", "131072");
    }

    @Test
    void readsTheFirstLineThatAPersonTypesAndSaysThatItWaits() {
        Outcome outcome = typed(TOKEN + "\nmore", "inspect");

        assertThat(outcome.out()).contains("channel   \"testing\"");
        ApprovedMessages.verify("prompt", outcome.err().strip());
        assertThat(typed("", "inspect").err()).contains("token: ");
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
    void reportsUnreadableStandardInput(String command) {
        InputStream folder = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = CliFixture.adapter(CliFixture.NO_ISSUER, CliFixture.NO_SERVER)
                .run(folder, OutputStream.nullOutputStream(), CliFixture.printTo(err), command);

        ApprovedMessages.verify(
                "unreadable standard input",
                new Outcome(code, "", err.toString(StandardCharsets.UTF_8)).rejection("token"));
    }
}
