package dev.agoratoken.app.bans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.app.projects.DemoProject;
import dev.agoratoken.issuing.policy.AuditPolicy;
import dev.agoratoken.issuing.policy.BanService;
import dev.agoratoken.issuing.policy.RequestId;
import dev.agoratoken.issuing.policy.ban.BanRequest;
import dev.agoratoken.issuing.policy.ban.BanTarget;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.token.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BanSetupTest {
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private BanSetup setup(boolean openToAll) {
        return BanSetup.local(BanConfig.MEMORY, openToAll, () -> now, EventLog.NONE);
    }

    private static Optional<BanService> service(BanSetup bans, boolean guarded) {
        ConfiguredProjects projects = ConfiguredProjects.of(DemoProject.make());
        return bans.service(guarded, AuditPolicy.NONE, projects.defaultProject(), projects);
    }

    @Test
    void makesNoBansWhereEveryoneCould() {
        assertThat(service(setup(true), false)).isEmpty();
        assertThat(service(setup(true), true)).isPresent();
        assertThat(service(setup(false), false)).as("loopback only").isPresent();
        assertThat(service(setup(false), true)).isPresent();
    }

    @Test
    void countsTheBansThatHoldAndGivesEachAnotherId() {
        BanSetup bans = setup(false);
        BanService service = service(bans, true).orElseThrow();
        for (int i = 1; i <= 3; i++) {
            service.ban(Caller.OPEN, BanRequest.of(BanTarget.of(UserId.of(i))), RequestId.of("r"));
        }

        assertThat(bans.active()).isEqualTo(3);

        now = now.plus(Duration.ofSeconds(86_430));

        assertThat(bans.active()).isZero();
    }
}
