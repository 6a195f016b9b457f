package dev.agoratoken.verify;

import static dev.agoratoken.verify.FindingCode.CHAT_WITHOUT_PRIVILEGE;
import static dev.agoratoken.verify.FindingCode.MISSING_PRIVILEGE;
import static dev.agoratoken.verify.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.FindingCode.PUBLISH_NOT_ENFORCED;

import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.ServiceType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks whether the privileges that are needed are there and not over. */
final class RequiredPrivilegeCheck {
    private final Expectation expected;
    private final TimeCheck time;
    private final FindingCollector findingCollector;

    RequiredPrivilegeCheck(Expectation expected, TimeCheck time, FindingCollector findingCollector) {
        this.expected = expected;
        this.time = time;
        this.findingCollector = findingCollector;
    }

    /** Services of one kind at one place stand in for each other; where nothing says the place, each has to serve. */
    void report(List<GrantedService> rights) {
        if (expected.isOpen()) {
            rights.forEach(service -> reportNeeds(List.of(service)));
        } else {
            byKind(rights).values().forEach(this::reportNeeds);
        }
    }

    private Map<ServiceType, List<GrantedService>> byKind(List<GrantedService> rights) {
        Map<ServiceType, List<GrantedService>> byKind = new EnumMap<>(ServiceType.class);
        for (GrantedService service : rights) {
            ServiceType kind = isMeant(service) ? expected.purpose().get().service() : service.type();
            byKind.computeIfAbsent(kind, none -> new ArrayList<>(1)).add(service);
        }
        return byKind;
    }

    private boolean isMeant(GrantedService service) {
        return expected.purpose().isPresent() && expected.purpose().get().isServedBy(service.type());
    }

    private void reportNeeds(List<GrantedService> rights) {
        GrantedService first = rights.get(0);
        List<RequiredPrivilege> needs =
                isMeant(first) ? expected.purpose().get().needs() : RequiredPrivilege.of(first.type());
        for (int i = 0; i < needs.size(); i++) {
            report(needs.get(i), rights);
        }
        if (expected.purpose().isPresent() && first.type() == ServiceType.RTC && !mayPublish(rights)) {
            findingCollector.note(
                    PUBLISH_NOT_ENFORCED,
                    "the token lacks publishing privileges, which Agora checks only with co-host authentication on",
                    "enable co-host authentication in the Agora Console if such users must not publish");
        }
    }

    private static boolean mayPublish(List<GrantedService> rights) {
        return ServiceType.RTC.privileges().stream()
                .allMatch(privilege -> rights.stream().anyMatch(service -> service.end(privilege.id()) != null));
    }

    private void report(RequiredPrivilege requiredPrivilege, List<GrantedService> rights) {
        Held longest = longest(requiredPrivilege, rights);
        if (longest == null) {
            reportMissing(requiredPrivilege, rights);
        } else if (time.isExpired(longest.expiry) || time.isRelative(longest.expiry)) {
            reportOver(longest);
        } else if (expected.purpose().isPresent()) {
            reportOthers(requiredPrivilege, rights);
        }
    }

    /** The one that ends last: if that is over, all are. */
    private Held longest(RequiredPrivilege requiredPrivilege, List<GrantedService> rights) {
        Held longest = null;
        for (Privilege privilege : requiredPrivilege.alternatives()) {
            for (GrantedService service : rights) {
                PrivilegeExpiry expiry = service.end(privilege.id());
                if (expiry != null && (longest == null || time.end(expiry) > time.end(longest.expiry))) {
                    longest = new Held(privilege, expiry);
                }
            }
        }
        return longest;
    }

    /** Any one will do, and yet somebody may have meant one of the others. */
    private void reportOthers(RequiredPrivilege requiredPrivilege, List<GrantedService> rights) {
        for (Privilege privilege : requiredPrivilege.alternatives()) {
            if (rights.stream().allMatch(service -> service.end(privilege.id()) == null)) {
                findingCollector.note(
                        MISSING_PRIVILEGE,
                        "the token lacks the privilege " + privilege.label() + ", but has another one for "
                                + rights.get(0).type().label(),
                        "make the token with that privilege if the client needs it");
            }
        }
    }

    private record Held(Privilege privilege, PrivilegeExpiry expiry) {}

    private void reportOver(Held held) {
        String privilege = "the privilege " + held.privilege.label();
        if (time.isRelative(held.expiry)) {
            time.reportRelative(privilege, time.end(held.expiry), Severity.ERROR);
        } else {
            findingCollector.error(
                    PRIVILEGE_EXPIRED,
                    time.expiredMessage(privilege, held.expiry),
                    "fetch a new token whose privileges do not expire earlier");
        }
    }

    private void reportMissing(RequiredPrivilege requiredPrivilege, List<GrantedService> rights) {
        ServiceType type = rights.get(0).type();
        // That RTC, Signaling and FPA need their one privilege is known, and of the others only what a purpose says.
        Severity severity =
                requiredPrivilege.isChoice() && expected.purpose().isEmpty() ? Severity.WARNING : Severity.ERROR;
        if (type == ServiceType.CHAT
                && rights.stream().allMatch(service -> service.privileges().isEmpty())) {
            findingCollector.add(new Finding(
                    CHAT_WITHOUT_PRIVILEGE,
                    severity,
                    "the token has the service chat but no privilege for it, as Agora's Java builder for classrooms writes it",
                    "make the token with the privilege user for chat"));
            return;
        }
        boolean byRole = type == ServiceType.RTC && !RequiredPrivilege.of(type).contains(requiredPrivilege);
        findingCollector.add(new Finding(
                MISSING_PRIVILEGE,
                severity,
                "the token lacks the privilege " + requiredPrivilege.labels() + " for " + type.label(),
                byRole
                        ? "make the token with the role publisher or with that privilege"
                        : "make the token with that privilege"));
    }
}
