package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.rtc;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.cli.CliFixture;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.token.service.TokenContent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtcCommandTest {
    @Test
    void printsNothingButATokenForAPublisherOfOneHour() {
        TokenContent.V007 token = tokenOf(run("rtc", "testing", "--uid", "1234"));

        assertThat(token.appId().value()).isEqualTo(CliFixture.APP_ID);
        assertThat(token.salt()).isEqualTo(CliFixture.SALT);
        assertThat(token.issuedAt()).isEqualTo(CliFixture.NOW);
        assertThat(token.expiresAt()).isEqualTo(CliFixture.NOW.plusSeconds(3600));
        assertThat(token.services()).containsExactly(rtc("testing", "1234", 3600, 1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publisher", "host", "Broadcaster"})
    void letsAPublisherPublish(String role) {
        assertThat(tokenOf(run("rtc", "testing", "--uid", "1234", "--role", role))
                        .services())
                .containsExactly(rtc("testing", "1234", 3600, 1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriber", "audience", "ATTENDEE"})
    void letsASubscriberOnlyJoin(String role) {
        assertThat(tokenOf(run("rtc", "testing", "--uid", "1234", "--role", role))
                        .services())
                .containsExactly(rtc("testing", "1234", 3600, 1));
    }

    @Test
    void takesTheLargestUid() {
        assertThat(tokenOf(run("rtc", "testing", "--uid", "4294967295")).services())
                .containsExactly(rtc("testing", "4294967295", 3600, 1, 2, 3, 4));
    }

    @Test
    void takesAnAccountOf255Bytes() {
        String account = "a".repeat(255);

        assertThat(tokenOf(run("rtc", "testing", "--account", account)).services())
                .containsExactly(rtc("testing", account, 3600, 1, 2, 3, 4));
    }

    @Test
    void takesTheAccountZeroAsItStands() {
        assertThat(tokenOf(run("rtc", "testing", "--account", "0")).services())
                .containsExactly(rtc("testing", "0", 3600, 1, 2, 3, 4));
    }

    @Test
    void leavesTheUserEmptyForAnyUser() {
        assertThat(tokenOf(run("rtc", "testing", "--any-user")).services())
                .containsExactly(rtc("testing", "", 3600, 1, 2, 3, 4));
    }

    @Test
    void takesNamesThatBeginWithAnAtSignForNamesAndNotForFiles() {
        assertThat(tokenOf(run("rtc", "@home", "--account", "@alice")).services())
                .containsExactly(rtc("@home", "@alice", 3600, 1, 2, 3, 4));
    }

    @Test
    void takesAChannelThatBeginsWithADashAfterTwoDashes() {
        assertThat(tokenOf(run("rtc", "--uid", "1", "--", "-home")).services())
                .containsExactly(rtc("-home", "1", 3600, 1, 2, 3, 4));
    }

    @Test
    void makesPatternsOnlyWhereWildcardsAreAllowed() {
        assertThat(tokenOf(run("rtc", "class-*", "--account", "guest-*", "--allow-wildcard"))
                        .services())
                .containsExactly(rtc("class-*", "guest-*", 3600, 1, 2, 3, 4));
    }

    @Test
    void takesPlainNamesWhereWildcardsAreAllowed() {
        assertThat(tokenOf(run("rtc", "class", "--account", "guest", "--allow-wildcard"))
                        .services())
                .containsExactly(rtc("class", "guest", 3600, 1, 2, 3, 4));
    }

    @Test
    void givesExactlyThePrivilegesThatAreNamed() {
        TokenContent.V007 token = tokenOf(run(
                "rtc",
                "testing",
                "--uid",
                "1",
                "--expire",
                "2h",
                "--privilege",
                "publishDataStream=10m",
                "--privilege=joinChannel=7200"));

        assertThat(token.services())
                .containsExactly(service(ServiceType.RTC, List.of(entry(1, 7200), entry(4, 600)), "testing", "1"));
    }
}
