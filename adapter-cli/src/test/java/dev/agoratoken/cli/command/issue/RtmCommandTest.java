package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.rtmLogin;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtmCommandTest {
    @Test
    void letsTheUserLogIn() {
        assertThat(tokenOf(run("rtm", "alice")).services()).containsExactly(rtmLogin("alice", 3600));
    }

    @Test
    void letsTheUserJoinAStreamChannelAndPublishDataThere() {
        assertThat(tokenOf(run("rtm", "alice", "--stream-channel", "testing")).services())
                .containsExactly(rtc("testing", "alice", 3600, 1, 4), rtmLogin("alice", 3600));
    }

    @Test
    void letsTheUserJoinEveryStreamChannelThatMatchesWhereThatIsAllowed() {
        assertThat(tokenOf(run("rtm", "alice", "--stream-channel", "t-*", "--allow-wildcard"))
                        .services())
                .containsExactly(rtc("t-*", "alice", 3600, 1, 4), rtmLogin("alice", 3600));
    }

    @Test
    void givesTheLoginTheLifetimeThatIsNamed() {
        assertThat(tokenOf(run("rtm", "alice", "--privilege", "login=10m")).services())
                .containsExactly(rtmLogin("alice", 600));
    }

    @Test
    void givesBothServicesOfAStreamChannelThePrivilegesThatAreNamed() {
        assertThat(tokenOf(run(
                                "rtm",
                                "alice",
                                "--stream-channel=testing",
                                "--privilege=login=10m",
                                "--privilege=joinChannel=5m"))
                        .services())
                .containsExactly(
                        service(ServiceType.RTC, List.of(entry(1, 300)), "testing", "alice"), rtmLogin("alice", 600));
    }
}
