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

class SmallServicesTest {
    @Test
    void makesFpaTokensWithoutAnEndOfTheirOwn() {
        assertThat(tokenOf(run("fpa", "--expire", "24h")).services().get(0).privileges())
                .singleElement()
                .satisfies(login -> assertThat(login.id()).isEqualTo(1));
        assertThat(tokenOf(run("fpa", "--privilege", "login=10m")).services())
                .containsExactly(service(ServiceType.FPA, List.of(entry(1, 600))));
    }

    @Test
    void makesConversationalAiTokensWithRtcAndSignaling() {
        assertThat(tokenOf(run("convoai", "testing", "--uid", "1234")).services())
                .containsExactly(
                        rtc("testing", "1234", 3600, 1, 2, 3, 4),
                        rtmLogin("1234", 3600),
                        service(ServiceType.CONVO_AI, List.of()));
    }

    @Test
    void makesSpeechToTextTokensWithRtcAndSignaling() {
        assertThat(tokenOf(run("stt", "testing", "--any-user", "--rtm-user", "alice", "--role", "subscriber"))
                        .services())
                .containsExactly(
                        rtc("testing", "", 3600, 1), rtmLogin("alice", 3600), service(ServiceType.STT, List.of()));
    }
}
