package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_OUTLIVES_TOKEN;
import static dev.agoratoken.verify.FindingCode.TOKEN_OUTLIVES_PRIVILEGE;

import dev.agoratoken.token.service.PrivilegeEntry;
import dev.agoratoken.token.service.PrivilegeExpiry;
import java.time.Instant;
import java.util.List;

/** Holds the ends of all privileges against the end of the token, needed or not. */
final class PrivilegeCheck {
    private final TimeCheck time;
    private final FindingCollector findingCollector;

    PrivilegeCheck(TimeCheck time, FindingCollector findingCollector) {
        this.time = time;
        this.findingCollector = findingCollector;
    }

    void report(List<GrantedService> rights) {
        for (int i = 0; i < rights.size(); i++) {
            report(rights.get(i));
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
        if (time.isRelative(expiry)) {
            time.reportRelative(privilege, time.end(expiry), Severity.WARNING);
        } else if (expiry instanceof PrivilegeExpiry.After after && time.looksAbsolute(after)) {
            time.reportAbsolute(privilege, after.duration().toSeconds());
        } else if (time.end(expiry) > time.claimedEnd() && !findingCollector.has(LIFETIME_LOOKS_ABSOLUTE)) {
            reportOutliving(privilege, expiry);
        } else if (time.isExpired(expiry)) {
            findingCollector.warn(
                    PRIVILEGE_EXPIRED,
                    time.expiredMessage(privilege, expiry),
                    "fetch a new token if the client needs that privilege");
        } else if (time.isRelative()
                && time.end(expiry) < time.end()
                && RequiredPrivilege.isEntryPrivilege(service.type(), id)) {
            reportEarlyEnd(privilege, expiry);
        }
    }

    private void reportOutliving(String privilege, PrivilegeExpiry expiry) {
        findingCollector.warn(
                PRIVILEGE_OUTLIVES_TOKEN,
                privilege + " expires at " + Instant.ofEpochSecond(time.end(expiry)) + ", after the token at "
                        + Instant.ofEpochSecond(time.claimedEnd()),
                "set both to the same expiry, because an expired token blocks new joins without a warning");
    }

    private void reportEarlyEnd(String privilege, PrivilegeExpiry expiry) {
        findingCollector.note(
                TOKEN_OUTLIVES_PRIVILEGE,
                privilege + " expires at " + Instant.ofEpochSecond(time.end(expiry)) + ", before the token at "
                        + Instant.ofEpochSecond(time.end()),
                "set both to the same expiry unless Agora should remove the user earlier");
    }
}
