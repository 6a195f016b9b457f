package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_OUTLIVES_TOKEN;
import static dev.agoratoken.verify.FindingCode.TOKEN_OUTLIVES_PRIVILEGE;

import dev.agoratoken.token.service.PrivilegeEnd;
import dev.agoratoken.token.service.PrivilegeEntry;
import java.time.Instant;
import java.util.List;

/** Holds the ends of all privileges against the end of the token, needed or not. */
final class PrivilegeCheck {
    private final TimeCheck time;
    private final Findings findings;

    PrivilegeCheck(TimeCheck time, Findings findings) {
        this.time = time;
        this.findings = findings;
    }

    void report(List<ServiceRight> rights) {
        for (int i = 0; i < rights.size(); i++) {
            report(rights.get(i));
        }
    }

    private void report(ServiceRight right) {
        List<PrivilegeEntry> privileges = right.privileges();
        for (int i = 0; i < privileges.size(); i++) {
            report(right, privileges.get(i).id(), privileges.get(i).end());
        }
    }

    private void report(ServiceRight right, int id, PrivilegeEnd end) {
        String privilege = "the privilege " + right.label(id);
        if (time.isRelative(end)) {
            time.reportRelative(privilege, time.end(end), Severity.WARNING);
        } else if (end instanceof PrivilegeEnd.After after && time.looksAbsolute(after)) {
            time.reportAbsolute(privilege, after.duration().toSeconds());
        } else if (time.end(end) > time.claimedEnd() && !findings.has(LIFETIME_LOOKS_ABSOLUTE)) {
            reportOutliving(privilege, end);
        } else if (time.isExpired(end)) {
            findings.warn(
                    PRIVILEGE_EXPIRED, time.over(privilege, end), "fetch a new token if that privilege is needed");
        } else if (time.isRelative() && time.end(end) < time.end() && Need.isEntrance(right.type(), id)) {
            reportEarlyEnd(privilege, end);
        }
    }

    private void reportOutliving(String privilege, PrivilegeEnd end) {
        findings.warn(
                PRIVILEGE_OUTLIVES_TOKEN,
                privilege + " ends at " + Instant.ofEpochSecond(time.end(end)) + ", and the token before that, at "
                        + Instant.ofEpochSecond(time.claimedEnd()),
                "give both the same end: past the token's own, nobody can join, and no client is warned");
    }

    private void reportEarlyEnd(String privilege, PrivilegeEnd end) {
        findings.note(
                TOKEN_OUTLIVES_PRIVILEGE,
                privilege + " ends at " + Instant.ofEpochSecond(time.end(end)) + ", before the token does at "
                        + Instant.ofEpochSecond(time.end()),
                "give both the same end unless the user is meant to be removed then");
    }
}
