package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.verify.finding.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.finding.FindingCode.PRIVILEGE_OUTLIVES_TOKEN;
import static dev.agoratoken.verify.finding.FindingCode.TOKEN_OUTLIVES_PRIVILEGE;

import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.RequiredPrivilege;
import java.time.Instant;
import java.util.List;

/** Check of the expiries of all privileges, required or not, against the expiry of the token. */
final class PrivilegeCheck {
    private final TimeCheck time;
    private final FindingCollector findingCollector;

    PrivilegeCheck(TimeCheck time, FindingCollector findingCollector) {
        this.time = time;
        this.findingCollector = findingCollector;
    }

    void report(List<GrantedService> services) {
        for (int i = 0; i < services.size(); i++) {
            GrantedService service = services.get(i);
            findingCollector.about(service.type(), () -> report(service));
        }
    }

    private void report(GrantedService service) {
        List<PrivilegeEntry> privileges = service.privileges();
        for (int i = 0; i < privileges.size(); i++) {
            report(service, privileges.get(i).id(), privileges.get(i).expiry());
        }
    }

    private void report(GrantedService service, int id, PrivilegeExpiry expiry) {
        String privilege = "the privilege " + service.label(id);
        if (time.hasWrongUnit(expiry)) {
            time.reportUnit(privilege, time.expiryOf(expiry));
        } else if (time.isRelative(expiry)) {
            time.reportRelative(privilege, time.expiryOf(expiry), Severity.WARNING);
        } else if (expiry instanceof PrivilegeExpiry.After after && time.looksAbsolute(after)) {
            time.reportAbsolute(privilege, after.duration().toSeconds());
        } else if (expiry instanceof PrivilegeExpiry.After after && time.isInMilliseconds(after)) {
            time.reportMilliseconds(privilege, after.duration().toSeconds());
        } else if (time.expiryOf(expiry) > time.claimedExpiry() && !findingCollector.has(LIFETIME_LOOKS_ABSOLUTE)) {
            reportOutliving(privilege, expiry);
        } else if (time.isExpired(expiry)) {
            findingCollector.warn(
                    PRIVILEGE_EXPIRED,
                    time.expiredMessage(privilege, expiry),
                    "fetch a new token if the client needs that privilege");
        } else if (time.isFormat007()
                && time.expiryOf(expiry) < time.effectiveExpiry()
                && RequiredPrivilege.isEntryPrivilege(service.type(), id)) {
            reportEarlyExpiry(privilege, expiry);
        }
    }

    private void reportOutliving(String privilege, PrivilegeExpiry expiry) {
        findingCollector.warn(
                PRIVILEGE_OUTLIVES_TOKEN,
                privilege + " expires at " + Instant.ofEpochSecond(time.expiryOf(expiry)) + ", after the token at "
                        + Instant.ofEpochSecond(time.claimedExpiry()),
                "set both to the same expiry, because an expired token blocks new joins without a warning");
    }

    private void reportEarlyExpiry(String privilege, PrivilegeExpiry expiry) {
        findingCollector.note(
                TOKEN_OUTLIVES_PRIVILEGE,
                privilege + " expires at " + Instant.ofEpochSecond(time.expiryOf(expiry)) + ", before the token at "
                        + Instant.ofEpochSecond(time.effectiveExpiry()),
                "set both to the same expiry unless Agora should remove the user earlier");
    }
}
