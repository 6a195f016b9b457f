package dev.agoratoken.issuing.diagnosis;

import static dev.agoratoken.issuing.diagnosis.FindingCode.CHAT_WITHOUT_PRIVILEGE;
import static dev.agoratoken.issuing.diagnosis.FindingCode.LIFETIME_LOOKS_ABSOLUTE;
import static dev.agoratoken.issuing.diagnosis.FindingCode.MISSING_PRIVILEGE;
import static dev.agoratoken.issuing.diagnosis.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.issuing.diagnosis.FindingCode.PRIVILEGE_OUTLIVES_TOKEN;
import static dev.agoratoken.issuing.diagnosis.FindingCode.PUBLISH_NOT_ENFORCED;
import static dev.agoratoken.issuing.diagnosis.FindingCode.TOKEN_OUTLIVES_PRIVILEGE;

import dev.agoratoken.token.Privilege;
import dev.agoratoken.token.PrivilegeEnd;
import dev.agoratoken.token.PrivilegeEntry;
import dev.agoratoken.token.ServiceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks whether the privileges that are needed are there, and how long. */
final class PrivilegeCheck {
    private final Optional<Purpose> purpose;
    private final TimeCheck time;
    private final Findings findings;

    PrivilegeCheck(Optional<Purpose> purpose, TimeCheck time, Findings findings) {
        this.purpose = purpose;
        this.time = time;
        this.findings = findings;
    }

    void report(List<Grant> grants) {
        for (int i = 0; i < grants.size(); i++) {
            report(grants.get(i));
        }
    }

    private void report(Grant grant) {
        if (grant.type() == ServiceType.CHAT && grant.privileges().isEmpty()) {
            reportBareChat();
            return;
        }
        if (purpose.isPresent() && purpose.get().isServedBy(grant.type())) {
            reportNeeded(grant, purpose.get().needed());
        } else if (grant.entrance() > 0) {
            reportNeeded(grant, grant.entrance());
        }
        reportTimes(grant);
        if (purpose.isPresent() && grant.type() == ServiceType.RTC && !isPublisher(grant)) {
            findings.note(
                    PUBLISH_NOT_ENFORCED,
                    "the token has not all rights to publish, which Agora minds only while co-host authentication is on",
                    "switch co-host authentication on in the Agora Console if such users must not publish");
        }
    }

    private void reportBareChat() {
        findings.add(new Finding(
                CHAT_WITHOUT_PRIVILEGE,
                purpose.isPresent() ? Severity.ERROR : Severity.WARNING,
                "the token names Chat but has no privilege for it, as Agora's Java builder for classrooms writes it",
                "make the token with the privilege user for Chat"));
    }

    private static boolean isPublisher(Grant grant) {
        return grant.end(2) != null && grant.end(3) != null && grant.end(4) != null;
    }

    private void reportNeeded(Grant grant, List<Privilege> needed) {
        boolean eitherWillDo = grant.type() == ServiceType.STREAMING || grant.type() == ServiceType.FCDN;
        if (eitherWillDo && grant.end(2) != null) {
            reportNeeded(grant, 2);
            return;
        }
        for (int i = 0; i < needed.size(); i++) {
            reportNeeded(grant, needed.get(i).id());
        }
    }

    private void reportNeeded(Grant grant, int privilege) {
        PrivilegeEnd end = grant.end(privilege);
        if (end == null) {
            findings.error(
                    MISSING_PRIVILEGE,
                    "the token lacks the privilege " + grant.label(privilege) + " for "
                            + grant.type().label(),
                    "make the token with that privilege, which for a publisher is written by the role publisher");
        } else if (isExpired(end)) {
            findings.error(
                    PRIVILEGE_EXPIRED,
                    over(grant, privilege, end),
                    "fetch a new token, and give the privilege the lifetime of the token");
        } else if (time.isRelative() && privilege == grant.entrance() && time.end(end) < time.end()) {
            findings.note(
                    TOKEN_OUTLIVES_PRIVILEGE,
                    grant.label(privilege) + " ends at " + Instant.ofEpochSecond(time.end(end))
                            + ", before the token does at " + Instant.ofEpochSecond(time.end()),
                    "give both the same end unless the user is meant to be removed then");
        }
    }

    private boolean isExpired(PrivilegeEnd end) {
        return !time.isTokenOver()
                && !(end instanceof PrivilegeEnd.NoneOfItsOwn)
                && time.isOver(time.end(end))
                && !isRelative(end);
    }

    private boolean isRelative(PrivilegeEnd end) {
        return end instanceof PrivilegeEnd.At && time.looksRelative(time.end(end));
    }

    private String over(Grant grant, int privilege, PrivilegeEnd end) {
        return "the privilege " + grant.label(privilege) + " ended at " + Instant.ofEpochSecond(time.end(end))
                + ", and it is " + time.now();
    }

    private void reportTimes(Grant grant) {
        List<PrivilegeEntry> privileges = grant.privileges();
        for (int i = 0; i < privileges.size(); i++) {
            int id = privileges.get(i).id();
            PrivilegeEnd end = privileges.get(i).end();
            if (isRelative(end)) {
                time.reportRelative("the privilege " + grant.label(id), time.end(end), Severity.ERROR);
            } else if (end instanceof PrivilegeEnd.After after && time.looksAbsolute(after)) {
                time.reportAbsolute(
                        "the privilege " + grant.label(id), after.duration().toSeconds());
            } else if (time.end(end) > time.claimedEnd() && !findings.has(LIFETIME_LOOKS_ABSOLUTE)) {
                reportOutliving(grant, id, end);
            } else if (isExpired(end)) {
                findings.add(new Finding(
                        PRIVILEGE_EXPIRED,
                        Severity.WARNING,
                        over(grant, id, end),
                        "fetch a new token if that privilege is needed"));
            }
        }
    }

    private void reportOutliving(Grant grant, int id, PrivilegeEnd end) {
        findings.warn(
                PRIVILEGE_OUTLIVES_TOKEN,
                "the privilege " + grant.label(id) + " ends at " + Instant.ofEpochSecond(time.end(end))
                        + ", and the token before that, at " + Instant.ofEpochSecond(time.claimedEnd()),
                "give both the same end: past the token's own, nobody can join, and no client is warned");
    }
}
