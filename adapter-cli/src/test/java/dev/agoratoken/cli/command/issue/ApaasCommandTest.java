package dev.agoratoken.cli.command.issue;

import static dev.agoratoken.cli.CliFixture.run;
import static dev.agoratoken.cli.CliFixture.runBadInput;
import static dev.agoratoken.cli.PrintedTokenFixture.entry;
import static dev.agoratoken.cli.PrintedTokenFixture.rtmLogin;
import static dev.agoratoken.cli.PrintedTokenFixture.service;
import static dev.agoratoken.cli.PrintedTokenFixture.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.testing.ApprovedMessages;
import dev.agoratoken.token.service.FieldValue;
import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.ServiceContent;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApaasCommandTest {
    @Test
    void letsAUserIntoARoomWithSignalingAndChat() {
        assertThat(tokenOf(run("apaas", "room-user", "class-7", "alice", "--room-role", "2"))
                        .services())
                .containsExactly(
                        rtmLogin("alice", 3600),
                        service(ServiceType.CHAT, List.of(entry(1, 3600)), "6384e2b2184bcbf58eccf10ca7a6563c"),
                        apaas("class-7", "alice", 2, entry(1, 3600)));
    }

    @Test
    void makesTokensForAUserWithoutARoomAndForTheApp() {
        assertThat(tokenOf(run("apaas", "user", "alice")).services())
                .containsExactly(apaas("", "alice", -1, entry(2, 3600)));
        assertThat(tokenOf(run("apaas", "app", "--privilege", "app=1m")).services())
                .containsExactly(apaas("", "", -1, entry(3, 60)));
    }

    @Test
    void hasItsFormerNameAsAlias() {
        assertThat(run("education", "app").out()).isEqualTo(run("apaas", "app").out());
        assertThat(runBadInput("education", "user", "--help").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "32768", "99999999999", "teacher", "1.5", ""})
    void rejectsInvalidRoomRoles(String role) {
        ApprovedMessages.verify(
                "--room-role=" + role,
                runBadInput("apaas", "room-user", "class-7", "alice", "--room-role=" + role)
                        .rejection("room-role"));
    }

    @Test
    void asksForTheRoleInTheRoom() {
        ApprovedMessages.verify(
                "no --room-role",
                runBadInput("apaas", "room-user", "class-7", "alice").rejection("room-role"));
        ApprovedMessages.verify(
                "--room-role without a value",
                runBadInput("apaas", "room-user", "class-7", "alice", "--room-role")
                        .rejection("room-role"));
    }

    private static ServiceContent apaas(String room, String user, int role, PrivilegeEntry privilege) {
        return new ServiceContent(
                ServiceType.APAAS,
                List.of(privilege),
                List.of(new FieldValue.Text(room), new FieldValue.Text(user), new FieldValue.Number(role)));
    }
}
