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

/** Check that the required privileges are present and not expired. */
final class RequiredPrivilegeCheck {
    private final Expectation expected;
    private final TimeCheck time;
    private final FindingCollector findingCollector;

    RequiredPrivilegeCheck(Expectation expected, TimeCheck time, FindingCollector findingCollector) {
        this.expected = expected;
        this.time = time;
        this.findingCollector = findingCollector;
    }

    /**
     * Reports services; those of one type complement each other if an expectation selected them
     * (docs/adr/0043-services-for-one-channel-complement-each-other.md).
     */
    void report(List<GrantedService> services) {
        if (expected.isOpen()) {
            services.forEach(service -> reportNeeds(List.of(service)));
        } else {
            byKind(services).values().forEach(this::reportNeeds);
        }
    }

    private Map<ServiceType, List<GrantedService>> byKind(List<GrantedService> services) {
        Map<ServiceType, List<GrantedService>> byKind = new EnumMap<>(ServiceType.class);
        for (GrantedService service : services) {
            ServiceType kind = isMeant(service) ? expected.purpose().get().service() : service.type();
            byKind.computeIfAbsent(kind, none -> new ArrayList<>(1)).add(service);
        }
        return byKind;
    }

    private boolean isMeant(GrantedService service) {
        return expected.purpose().isPresent() && expected.purpose().get().isServedBy(service.type());
    }

    private void reportNeeds(List<GrantedService> services) {
        GrantedService first = services.get(0);
        List<RequiredPrivilege> needs =
                isMeant(first) ? expected.purpose().get().needs() : RequiredPrivilege.of(first.type());
        for (int i = 0; i < needs.size(); i++) {
            report(needs.get(i), services);
        }
        if (expected.purpose().isPresent() && first.type() == ServiceType.RTC && !mayPublish(services)) {
            findingCollector.note(
                    PUBLISH_NOT_ENFORCED,
                    "the token lacks publishing privileges, which Agora checks only with co-host authentication on",
                    "enable co-host authentication in the Agora Console if such users must not publish");
        }
    }

    private static boolean mayPublish(List<GrantedService> services) {
        return ServiceType.RTC.privileges().stream()
                .allMatch(privilege -> services.stream().anyMatch(service -> service.expiryOf(privilege.id()) != null));
    }

    private void report(RequiredPrivilege requiredPrivilege, List<GrantedService> services) {
        Held longest = longest(requiredPrivilege, services);
        if (longest == null) {
            reportMissing(requiredPrivilege, services);
        } else if (time.isExpired(longest.expiry) || time.isRelative(longest.expiry)) {
            reportExpired(longest);
        } else if (expected.purpose().isPresent()) {
            reportMissingAlternatives(requiredPrivilege, services);
        }
    }

    /** Returns the privilege that expires last; null if none is granted. */
    private Held longest(RequiredPrivilege requiredPrivilege, List<GrantedService> services) {
        Held longest = null;
        for (Privilege privilege : requiredPrivilege.alternatives()) {
            for (GrantedService service : services) {
                PrivilegeExpiry expiry = service.expiryOf(privilege.id());
                if (expiry != null && (longest == null || time.expiryOf(expiry) > time.expiryOf(longest.expiry))) {
                    longest = new Held(privilege, expiry);
                }
            }
        }
        return longest;
    }

    /** Notes missing alternatives, because the client may need one of them. */
    private void reportMissingAlternatives(RequiredPrivilege requiredPrivilege, List<GrantedService> services) {
        for (Privilege privilege : requiredPrivilege.alternatives()) {
            if (services.stream().allMatch(service -> service.expiryOf(privilege.id()) == null)) {
                findingCollector.note(
                        MISSING_PRIVILEGE,
                        "the token lacks the privilege " + privilege.label() + ", but has another one for "
                                + services.get(0).type().label(),
                        "make the token with that privilege if the client needs it");
            }
        }
    }

    private record Held(Privilege privilege, PrivilegeExpiry expiry) {}

    private void reportExpired(Held held) {
        String privilege = "the privilege " + held.privilege.label();
        if (time.isRelative(held.expiry)) {
            time.reportRelative(privilege, time.expiryOf(held.expiry), Severity.ERROR);
        } else {
            findingCollector.error(
                    PRIVILEGE_EXPIRED,
                    time.expiredMessage(privilege, held.expiry),
                    "fetch a new token whose privileges do not expire earlier");
        }
    }

    private void reportMissing(RequiredPrivilege requiredPrivilege, List<GrantedService> services) {
        ServiceType type = services.get(0).type();
        // Without a purpose, a missing alternative may not matter.
        Severity severity =
                requiredPrivilege.isChoice() && expected.purpose().isEmpty() ? Severity.WARNING : Severity.ERROR;
        if (type == ServiceType.CHAT
                && services.stream().allMatch(service -> service.privileges().isEmpty())) {
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
