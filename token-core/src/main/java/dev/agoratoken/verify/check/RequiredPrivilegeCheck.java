package dev.agoratoken.verify.check;

import static dev.agoratoken.verify.finding.FindingCode.CHAT_WITHOUT_PRIVILEGE;
import static dev.agoratoken.verify.finding.FindingCode.MISSING_PRIVILEGE;
import static dev.agoratoken.verify.finding.FindingCode.PRIVILEGE_EXPIRED;
import static dev.agoratoken.verify.finding.FindingCode.PUBLISH_NOT_ENFORCED;

import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.PrivilegeExpiry;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import dev.agoratoken.verify.expectation.Expectation;
import dev.agoratoken.verify.expectation.Purpose;
import dev.agoratoken.verify.finding.Finding;
import dev.agoratoken.verify.finding.Severity;
import dev.agoratoken.verify.grant.GrantedService;
import dev.agoratoken.verify.grant.RequiredPrivilege;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        if (ServiceSelector.selectsEverything(expected)) {
            services.forEach(service -> reportNeeds(List.of(service)));
        } else {
            byKind(services).values().forEach(this::reportNeeds);
        }
    }

    private Map<ServiceType, List<GrantedService>> byKind(List<GrantedService> services) {
        Map<ServiceType, List<GrantedService>> byKind = new EnumMap<>(ServiceType.class);
        for (GrantedService service : services) {
            ServiceType kind = meant(service).map(PurposeNeeds::service).orElse(service.type());
            byKind.computeIfAbsent(kind, none -> new ArrayList<>(1)).add(service);
        }
        return byKind;
    }

    /** Returns the needs of the expected purpose, if the service is for it. */
    private Optional<PurposeNeeds> meant(GrantedService service) {
        return PurposeNeeds.of(expected).filter(needs -> needs.isServedBy(service.type()));
    }

    private void reportNeeds(List<GrantedService> services) {
        findingCollector.about(services.get(0).type(), () -> reportNeedsOf(services));
    }

    private void reportNeedsOf(List<GrantedService> services) {
        GrantedService first = services.get(0);
        List<RequiredPrivilege> needs =
                meant(first).map(PurposeNeeds::privileges).orElseGet(() -> RequiredPrivilege.of(first.type()));
        List<RequiredPrivilege> missing = new ArrayList<>(0);
        for (int i = 0; i < needs.size(); i++) {
            Held longest = longest(needs.get(i), services);
            if (longest == null) {
                missing.add(needs.get(i));
            } else {
                report(needs.get(i), longest, services);
            }
        }
        if (!missing.isEmpty()) {
            reportMissing(missing, services);
        }
        if (expected.purpose().isPresent() && first.type() == ServiceType.RTC) {
            reportUnenforced(services);
        }
    }

    private void reportUnenforced(List<GrantedService> services) {
        List<String> lacking = ServiceType.RTC.privileges().stream()
                .skip(1)
                .filter(privilege -> services.stream().noneMatch(service -> service.grants(privilege)))
                .map(Privilege::label)
                .toList();
        if (!lacking.isEmpty()) {
            findingCollector.note(
                    PUBLISH_NOT_ENFORCED,
                    "the token lacks " + enumerated(lacking)
                            + ", which Agora checks only with co-host authentication on",
                    "enable co-host authentication in the Agora Console if such users must not publish");
        }
    }

    private void report(RequiredPrivilege requiredPrivilege, Held longest, List<GrantedService> services) {
        if (time.hasWrongUnit(longest.expiry)) {
            return; // PrivilegeCheck reports it, required or not.
        }
        if (time.isExpired(longest.expiry) || time.isRelative(longest.expiry)) {
            reportExpired(longest);
        } else if (expected.purpose().isPresent()) {
            reportMissingAlternatives(requiredPrivilege, services);
        }
    }

    /** Returns the privilege that expires last; null if none is granted. */
    private @Nullable Held longest(RequiredPrivilege requiredPrivilege, List<GrantedService> services) {
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
            if (services.stream().noneMatch(service -> service.grants(privilege))) {
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
                    time.expiredRemedy("fetch a new token whose privileges do not expire earlier"));
        }
    }

    private void reportMissing(List<RequiredPrivilege> missing, List<GrantedService> services) {
        ServiceType type = services.get(0).type();
        // Without a purpose, a missing alternative may not matter.
        Severity severity =
                missing.get(0).isChoice() && expected.purpose().isEmpty() ? Severity.WARNING : Severity.ERROR;
        if (type == ServiceType.CHAT
                && services.stream().allMatch(service -> service.privileges().isEmpty())) {
            findingCollector.add(new Finding(
                    CHAT_WITHOUT_PRIVILEGE,
                    severity,
                    ClassroomCheck.NO_CHAT_PRIVILEGE,
                    "make the token with the privilege user for chat"));
            return;
        }
        findingCollector.add(missingPrivilege(missing, services, severity));
    }

    private Finding missingPrivilege(
            List<RequiredPrivilege> missing, List<GrantedService> services, Severity severity) {
        GrantedService first = services.get(0);
        if (meant(first).isPresent() && services.stream().allMatch(TokenKind::isAppToken)) {
            return new Finding(
                    MISSING_PRIVILEGE, severity, TokenKind.appTokenMessage(first.type()), TokenKind.USER_REMEDY);
        }
        String labels =
                enumerated(missing.stream().map(RequiredPrivilege::labels).toList());
        String what = (missing.size() == 1 ? "the privilege " : "the privileges ") + labels + " for "
                + first.type().label();
        if (first.type() == ServiceType.CHAT
                && expected.purpose().filter(Purpose.CHAT_APP::equals).isPresent()) {
            return new Finding(
                    MISSING_PRIVILEGE,
                    severity,
                    "this is a user token, to sign in: it lacks " + what,
                    TokenKind.APP_REMEDY);
        }
        if (first.type() == ServiceType.APAAS && first.privileges().isEmpty()) {
            return new Finding(
                    MISSING_PRIVILEGE,
                    severity,
                    "the token lacks " + what + ", as Agora's Node.js builder for classrooms writes it",
                    ClassroomCheck.REMEDY);
        }
        return first.type() == ServiceType.RTC
                        && !RequiredPrivilege.of(first.type()).contains(missing.get(0))
                ? missingPublishing(what, missing, services, severity)
                : new Finding(
                        MISSING_PRIVILEGE,
                        severity,
                        "the token lacks " + what,
                        "make the token with " + pronoun(missing));
    }

    /** Joins names by commas, the last two by "and". */
    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String pronoun(List<RequiredPrivilege> missing) {
        return missing.size() == 1 ? "that privilege" : "those privileges";
    }

    /** Says if it is a subscriber token, because the role is the cause then, or one for audio or video only. */
    private Finding missingPublishing(
            String what, List<RequiredPrivilege> missing, List<GrantedService> services, Severity severity) {
        List<Privilege> publishing = ServiceType.RTC.privileges().subList(1, 4);
        boolean subscriber = publishing.stream()
                .allMatch(privilege -> services.stream().noneMatch(service -> service.grants(privilege)));
        if (subscriber) {
            return new Finding(
                    MISSING_PRIVILEGE,
                    severity,
                    "this is a subscriber token: it lacks " + what,
                    "make the token with the role publisher");
        }
        boolean needsBoth = expected.purpose().filter(Purpose.PUBLISH::equals).isPresent() && missing.size() == 1;
        Purpose other = missing.get(0).alternatives().contains(Rtc.Privilege.PUBLISH_VIDEO_STREAM)
                ? Purpose.PUBLISH_AUDIO
                : Purpose.PUBLISH_VIDEO;
        return new Finding(
                MISSING_PRIVILEGE,
                severity,
                "the token lacks " + what,
                "make the token with the role publisher or with " + pronoun(missing)
                        + (needsBoth ? ", or verify it for the purpose " + other.label() : ""));
    }
}
