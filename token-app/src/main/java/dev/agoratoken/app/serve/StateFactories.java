package dev.agoratoken.app.serve;

import dev.agoratoken.app.audit.AuditSetup;
import dev.agoratoken.app.bans.BanSetup;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.issuing.policy.RateLimiter;

/** Creates the factory of serving states, around what outlives a reload. */
@FunctionalInterface
public interface StateFactories {
    ServingStateFactory create(RateLimiter rates, BanSetup bans, AuditSetup auditSetup, EventLog log);
}
