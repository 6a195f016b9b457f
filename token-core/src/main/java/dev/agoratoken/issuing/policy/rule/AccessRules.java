package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a caller.
 *
 * @param allow one of these must cover each requested service completely
 * @param deny none of these may cover any part of a requested service
 * @param limit the rate limit; empty for no limit
 */
public record AccessRules(List<Rule> allow, List<Rule> deny, Optional<RateLimit> limit) {
    /** Any token, without a rate limit. */
    public static final AccessRules EVERYTHING =
            new AccessRules(List.of(Rule.everything("everything")), List.of(), Optional.empty());

    public AccessRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** Creates rules that allow. */
    public static AccessRules allowing(Rule... rules) {
        return new AccessRules(List.of(rules), List.of(), Optional.empty());
    }

    /** Returns the same rules with these deny rules. */
    public AccessRules denying(Rule... rules) {
        return new AccessRules(allow, List.of(rules), limit);
    }

    public boolean denies(PolicyQuery policyQuery) {
        return deny.stream().anyMatch(rule -> rule.denies(policyQuery));
    }

    /** Returns the same rules with a rate limit. */
    public AccessRules withRateLimit(RateLimit chosen) {
        return new AccessRules(allow, deny, Optional.of(chosen));
    }
}
