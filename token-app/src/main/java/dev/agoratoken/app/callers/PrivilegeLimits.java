package dev.agoratoken.app.callers;

import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The privileges that a rule covers: {@code roles} limit RTC only, {@code privileges} limit every service of the rule.
 *
 * @param denies whether the rule denies; then publisher means the privileges that a subscriber lacks
 */
record PrivilegeLimits(Optional<YamlNode> roles, Optional<YamlNode> privileges, boolean denies) {
    static PrivilegeLimits of(YamlNode rule, boolean denies) {
        PrivilegeLimits limits = new PrivilegeLimits(rule.child("roles"), rule.child("privileges"), denies);
        if (limits.roles.isPresent() && limits.privileges.isPresent()) {
            throw limits.roles.get().error("roles and privileges exclude each other", "keep one of the two");
        }
        return limits;
    }

    Rule applyTo(Rule rule) {
        if (roles.isPresent()) {
            return withRoles(rule, roles.get());
        }
        return privileges.map(listed -> withPrivileges(rule, listed)).orElse(rule);
    }

    private Rule withRoles(Rule rule, YamlNode listed) {
        if (!rule.services().containsKey(ServiceType.RTC)) {
            throw listed.error("only rtc has roles", "add rtc to the services, or remove roles");
        }
        EnumSet<Rtc.Privilege> allowed = EnumSet.noneOf(Rtc.Privilege.class);
        listed.items().forEach(item -> allowed.addAll(privileges(item.parse(Role::fromLabel))));
        if (allowed.isEmpty()) {
            throw listed.error("empty list", "list publisher or subscriber, or remove the key");
        }
        return rule.withPrivileges(ServiceType.RTC, allowed);
    }

    private Set<Rtc.Privilege> privileges(Role role) {
        EnumSet<Rtc.Privilege> joining = EnumSet.of(Rtc.Privilege.JOIN_CHANNEL);
        return switch (role) {
            case SUBSCRIBER -> joining;
            case PUBLISHER -> denies ? EnumSet.complementOf(joining) : EnumSet.allOf(Rtc.Privilege.class);
        };
    }

    private static Rule withPrivileges(Rule rule, YamlNode listed) {
        Map<String, Boolean> known = new TreeMap<>();
        rule.services().values().forEach(all -> all.forEach(privilege -> known.put(privilege.label(), true)));
        Set<String> labels = new HashSet<>();
        listed.items().forEach(item -> {
            item.oneOf(known);
            labels.add(item.text());
        });
        Rule limited = rule;
        for (ServiceType service : rule.services().keySet()) {
            Set<Privilege> chosen = service.privileges().stream()
                    .filter(privilege -> labels.contains(privilege.label()))
                    .collect(Collectors.toSet());
            if (chosen.isEmpty() && !service.privileges().isEmpty()) {
                throw listed.error("no privilege of " + service.label(), "add a separate rule for that service");
            }
            limited = limited.withPrivileges(service, chosen);
        }
        return limited;
    }
}
