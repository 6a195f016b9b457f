package dev.agoratoken.app.serve;

import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.bans.BanConfig;
import dev.agoratoken.app.bans.BanSetup;
import dev.agoratoken.app.callers.InMemoryRateLimiter;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.settings.StartupConfig;
import dev.agoratoken.issuing.SaltSource;
import dev.agoratoken.issuing.TokenIssuer;
import java.time.Duration;
import java.time.InstantSource;

/** What a server reads from its configuration. */
final class StateFixture {
    private StateFixture() {}

    /** Reads what a server serves, by that clock. */
    static ServingStateFactory states(InstantSource clock) {
        return states(clock, AuditSetup.NONE);
    }

    static ServingStateFactory states(InstantSource clock, AuditSetup auditSetup) {
        return states(clock, BanSetup.local(BanConfig.MEMORY, false, clock, EventLog.NONE), auditSetup);
    }

    static ServingStateFactory states(InstantSource clock, BanSetup bans, AuditSetup auditSetup) {
        return new ServingStateFactory(
                (projects, defaults) -> new TokenIssuer(projects, defaults, clock, SaltSource.nonRepeating()),
                new InMemoryRateLimiter(clock),
                new JwksProvider(Duration.ofSeconds(60), clock, EventLog.NONE),
                bans,
                auditSetup,
                clock);
    }

    /** Everything that a server reads which was started without options. */
    static LoadedConfig read(ResolvedSettings resolvedSettings, ServingStateFactory states) {
        return new LoadedConfig(StartupConfig.read(resolvedSettings), states.create(resolvedSettings));
    }
}
