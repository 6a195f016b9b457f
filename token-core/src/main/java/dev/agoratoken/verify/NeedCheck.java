package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.CHAT_WITHOUT_PRIVILEGE;
import static dev.agoratoken.verify.FindingCode.MISSING_PRIVILEGE;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.FindingCode.PUBLISH_NOT_ENFORCED;

import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeEnd;
import dev.agoratoken.token.service.ServiceType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks whether the privileges that are needed are there and not over. */
final class NeedCheck {
    private final Expectation expected;
    private final TimeCheck time;
    private final Findings findings;

    NeedCheck(Expectation expected, TimeCheck time, Findings findings) {
        this.expected = expected;
        this.time = time;
        this.findings = findings;
    }

    /** Services of one kind at one place stand in for each other; where nothing says the place, each has to serve. */
    void report(List<ServiceRight> rights) {
        if (expected.isOpen()) {
            rights.forEach(right -> reportNeeds(List.of(right)));
        } else {
            byKind(rights).values().forEach(this::reportNeeds);
        }
    }

    private Map<ServiceType, List<ServiceRight>> byKind(List<ServiceRight> rights) {
        Map<ServiceType, List<ServiceRight>> byKind = new EnumMap<>(ServiceType.class);
        for (ServiceRight right : rights) {
            ServiceType kind = isMeant(right) ? expected.purpose().get().service() : right.type();
            byKind.computeIfAbsent(kind, none -> new ArrayList<>(1)).add(right);
        }
        return byKind;
    }

    private boolean isMeant(ServiceRight right) {
        return expected.purpose().isPresent() && expected.purpose().get().isServedBy(right.type());
    }

    private void reportNeeds(List<ServiceRight> rights) {
        ServiceRight first = rights.get(0);
        List<Need> needs = isMeant(first) ? expected.purpose().get().needs() : Need.of(first.type());
        for (int i = 0; i < needs.size(); i++) {
            report(needs.get(i), rights);
        }
        if (expected.purpose().isPresent() && first.type() == ServiceType.RTC && !mayPublish(rights)) {
            findings.note(
                    PUBLISH_NOT_ENFORCED,
                    "the token has not all rights to publish, which Agora minds only while co-host authentication is on",
                    "switch co-host authentication on in the Agora Console if such users must not publish");
        }
    }

    private static boolean mayPublish(List<ServiceRight> rights) {
        return ServiceType.RTC.privileges().stream()
                .allMatch(privilege -> rights.stream().anyMatch(right -> right.end(privilege.id()) != null));
    }

    private void report(Need need, List<ServiceRight> rights) {
        Held longest = longest(need, rights);
        if (longest == null) {
            reportMissing(need, rights);
        } else if (time.isExpired(longest.end) || time.isRelative(longest.end)) {
            reportOver(longest);
        } else if (expected.purpose().isPresent()) {
            reportOthers(need, rights);
        }
    }

    /** The one that ends last: if that is over, all are. */
    private Held longest(Need need, List<ServiceRight> rights) {
        Held longest = null;
        for (Privilege privilege : need.alternatives()) {
            for (ServiceRight right : rights) {
                PrivilegeEnd end = right.end(privilege.id());
                if (end != null && (longest == null || time.end(end) > time.end(longest.end))) {
                    longest = new Held(privilege, end);
                }
            }
        }
        return longest;
    }

    /** Any one will do, and yet somebody may have meant one of the others. */
    private void reportOthers(Need need, List<ServiceRight> rights) {
        for (Privilege privilege : need.alternatives()) {
            if (rights.stream().allMatch(right -> right.end(privilege.id()) == null)) {
                findings.note(
                        MISSING_PRIVILEGE,
                        "the token lacks the privilege " + privilege.label() + ", and holds another of "
                                + rights.get(0).type().label(),
                        "make the token with that privilege if it is meant");
            }
        }
    }

    private record Held(Privilege privilege, PrivilegeEnd end) {}

    private void reportOver(Held held) {
        String privilege = "the privilege " + held.privilege.label();
        if (time.isRelative(held.end)) {
            time.reportRelative(privilege, time.end(held.end), Severity.ERROR);
        } else {
            findings.error(
                    PRIVILEGE_EXPIRED,
                    time.over(privilege, held.end),
                    "fetch a new token, and give the privilege the lifetime of the token");
        }
    }

    private void reportMissing(Need need, List<ServiceRight> rights) {
        ServiceType type = rights.get(0).type();
        // That RTC, Signaling and FPA need their one privilege is known, and of the others only what a purpose says.
        Severity severity = need.isChoice() && expected.purpose().isEmpty() ? Severity.WARNING : Severity.ERROR;
        if (type == ServiceType.CHAT
                && rights.stream().allMatch(right -> right.privileges().isEmpty())) {
            findings.add(new Finding(
                    CHAT_WITHOUT_PRIVILEGE,
                    severity,
                    "the token names Chat but has no privilege for it, as Agora's Java builder for classrooms writes it",
                    "make the token with the privilege user for Chat"));
            return;
        }
        boolean byRole = type == ServiceType.RTC && !Need.of(type).contains(need);
        findings.add(new Finding(
                MISSING_PRIVILEGE,
                severity,
                "the token lacks the privilege " + need.labels() + " for " + type.label(),
                "make the token with that privilege"
                        + (byRole ? ", which for a publisher is written by the role publisher" : "")));
    }
}
