package dev.agoratoken.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agoratoken.app.ConfigFixture;
import dev.agoratoken.app.MovingClock;
import dev.agoratoken.app.audit.AuditConfig;
import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.IdentityProviderFixture;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.http.settings.AuditOutage;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.AuditUnavailableException;
import dev.agoratoken.issuing.policy.AuthorizingIssuer;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.caller.Credentials;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Rtm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditsTest {
    private static final RequestId ID = RequestId.of("r-1");
    private static final TokenRequest REQUEST = TokenRequest.forServices(List.of(Rtm.login(RtmUserId.of("ann"))));

    private final MovingClock clock = new MovingClock(IdentityProviderFixture.NOW);
    private final List<String> logged = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void giveEveryLineToTheFileAndToTheLog() throws IOException {
        issue(open(true));

        assertThat(Files.readAllLines(file())).isEqualTo(logged).hasSize(1);
    }

    @Test
    void logWhatTheFileCannotHoldAndHoldTheTokenBack() throws IOException {
        AuditSetup auditSetup = open(true);
        breakFile();

        assertThatExceptionOfType(AuditUnavailableException.class).isThrownBy(() -> issue(auditSetup));

        assertThat(logged).singleElement().asString().contains("\"requestId\":\"r-1\"");
        assertThat(auditSetup.outage()).contains(new AuditOutage("the audit file cannot be written", true));
    }

    @Test
    void goOnWithTheLogIfTheyAreTo() throws IOException {
        AuditSetup auditSetup = open(false);
        breakFile();

        assertThat(issue(auditSetup)).startsWith("007");

        assertThat(logged).singleElement().asString().contains("\"outcome\":\"issued\"");
        assertThat(auditSetup.outage()).contains(new AuditOutage("the audit file cannot be written", false));
    }

    private AuditSetup open(boolean required) {
        AuditConfig config = new AuditConfig(Optional.of(file()), Optional.of(true), required);
        return AuditSetup.open(config, Optional.of(logged::add), clock, EventLog.NONE);
    }

    private Path file() {
        return folder.resolve("audit.jsonl");
    }

    private void breakFile() throws IOException {
        Files.delete(file());
        Files.createDirectory(file());
    }

    private String issue(AuditSetup auditSetup) {
        Map<String, String> project =
                Map.of("APP_ID", ConfigFixture.APP_ID, "APP_CERTIFICATE", ConfigFixture.CERTIFICATE);
        AuthorizingIssuer issuer = StateFixture.states(clock, auditSetup)
                .create(ConfigFixture.settings(folder, project, ConfigOverrides.NONE))
                .configSnapshot()
                .issuer();
        return issuer.issue(issuer.identify(Credentials.none("127.0.0.1"), ID), REQUEST, ID)
                .issued()
                .token()
                .reveal();
    }
}
