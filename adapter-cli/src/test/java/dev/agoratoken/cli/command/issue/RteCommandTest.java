package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.rtmLogin;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliAdapter;
import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.cli.CliFixture.Outcome;
import dev.agoratoken.codec.TokenCodec;
import dev.agoratoken.token.AppCertificate;
import dev.agoratoken.token.TokenFormat;
import org.junit.jupiter.api.Test;

class RteCommandTest {
    @Test
    void printsBothTokensByName() {
        Outcome outcome = run("rte", "testing", "--uid", "1234");

        assertThat(outcome.out()).matches("rtcToken=007\\S+\\RrtmToken=007\\S+\\R");
        assertThat(tokenOf(outcome, "rtcToken").services()).containsExactly(rtc("testing", "1234", 3600, 1, 2, 3, 4));
        assertThat(tokenOf(outcome, "rtmToken").services())
                .containsExactly(rtc("testing", "1234", 3600, 1, 4), rtmLogin("1234", 3600));
    }

    @Test
    void letsASubscriberPublishNowhere() {
        Outcome outcome = run("rte", "testing", "--account", "alice", "--role", "subscriber");

        assertThat(tokenOf(outcome, "rtcToken").services()).containsExactly(rtc("testing", "alice", 3600, 1));
        assertThat(tokenOf(outcome, "rtmToken").services())
                .containsExactly(rtc("testing", "alice", 3600, 1), rtmLogin("alice", 3600));
    }

    @Test
    void givesTheSignalingUserItsOwnName() {
        Outcome outcome = run("rte", "testing", "--any-user", "--rtm-user", "alice", "--expire", "30m");

        assertThat(tokenOf(outcome, "rtcToken").services()).containsExactly(rtc("testing", "", 1800, 1, 2, 3, 4));
        assertThat(tokenOf(outcome, "rtmToken").services())
                .containsExactly(rtc("testing", "alice", 1800, 1, 4), rtmLogin("alice", 1800));
    }

    @Test
    void makesOneTokenOfBothServices() {
        assertThat(tokenOf(run("rte", "testing", "--uid", "1234", "--single")).services())
                .containsExactly(rtc("testing", "1234", 3600, 1, 2, 3, 4), rtmLogin("1234", 3600));
    }

    @Test
    void makesBothTokensInFormat006() {
        Outcome outcome = run("rte", "testing", "--uid", "1234", "--format", "006");

        assertIsSigned006Pair(outcome);
    }

    @Test
    void makesBothTokensInFormat006WhereThatIsConfigured() {
        CliAdapter adapter =
                CliFixture.adapter(configOverrides -> CliFixture.issuer(TokenFormat.V006), CliFixture.NO_SERVER);

        assertIsSigned006Pair(run(adapter, "rte", "testing", "--uid", "1234"));
    }

    private static void assertIsSigned006Pair(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        String[] lines = outcome.out().split("\\R");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("rtcToken=006");
        assertThat(lines[1]).startsWith("rtmToken=006");
        AppCertificate certificate = AppCertificate.of(CliFixture.CERTIFICATE);
        assertThat(TokenCodec.read(lines[0].substring(9)).isSignedBy(certificate, "testing", "1234"))
                .isTrue();
        assertThat(TokenCodec.read(lines[1].substring(9)).isSignedBy(certificate, "1234", ""))
                .isTrue();
    }
}
