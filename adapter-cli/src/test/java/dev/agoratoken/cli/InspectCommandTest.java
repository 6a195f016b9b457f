package dev.agoratoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        issued      2026-11-24T09:00:00Z  since 0 s
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
                .contains("warning whitespace: 7 characters stand before the token and 0 after it");
    }

    @Test
    void readsNoMoreThanATokenCouldBe() {
        CliAdapter adapter = CliFixture.adapter(CliFixture.NO_ISSUER, CliFixture.NO_SERVER);

        assertThat(CliFixture.runWithInput(adapter, "007" + "A".repeat(1 << 20), "inspect")
                        .out())
                .contains("corrupt: 131072 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "PT42M, in 42 min",
        "PT0S, since 0 s",
        "PT-119S, since 119 s",
        "PT-2H, since 2 h",
        "P3D, in 3 days",
        "P-2200D, since 6 years",
    })
    void saysTimesInWords(Duration away, String words) {
        assertThat(TimeInWords.of(CliFixture.NOW.plus(away), CliFixture.NOW)).isEqualTo(words);
    }
}
