package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatCommandTest {
    @Test
    void letsAUserSignIn() {
        assertThat(tokenOf(run("chat", "user", "alice")).services())
                .containsExactly(service(ServiceType.CHAT, List.of(entry(1, 3600)), "alice"));
    }

    @Test
    void letsAServerCallAsTheApp() {
        assertThat(tokenOf(run("chat", "app")).services())
                .containsExactly(service(ServiceType.CHAT, List.of(entry(2, 3600)), ""));
    }

    @Test
    void givesAUserExactlyThePrivilegesThatAreNamed() {
        assertThat(tokenOf(run("chat", "user", "alice", "--privilege=app=60", "--privilege=user=90s"))
                        .services())
                .containsExactly(service(ServiceType.CHAT, List.of(entry(1, 90), entry(2, 60)), "alice"));
    }

    @Test
    void givesTheAppTheLifetimeThatIsNamed() {
        assertThat(tokenOf(run("chat", "app", "--privilege", "app=1m")).services())
                .containsExactly(service(ServiceType.CHAT, List.of(entry(2, 60)), ""));
    }
}
