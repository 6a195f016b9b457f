package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.policy.rate.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * What a caller may have.
 *
 * @param allow each service that is asked for has to be covered whole by one of these
 * @param deny and by none of these, not even in part
 * @param limit how fast it may ask; empty for as fast as it likes
 */
public record AccessRules(List<Rule> allow, List<Rule> deny, Optional<RateLimit> limit) {
    /** Any token, as fast as one likes. */
    public static final AccessRules EVERYTHING =
            new AccessRules(List.of(Rule.everything("everything")), List.of(), Optional.empty());

    public AccessRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** What those rules allow. */
    public static AccessRules allowing(Rule... rules) {
        return new AccessRules(List.of(rules), List.of(), Optional.empty());
    }

    /** The same, except for what those rules deny. */
    public AccessRules denying(Rule... rules) {
        return new AccessRules(allow, List.of(rules), limit);
    }

    public boolean denies(PolicyQuery policyQuery) {
        return deny.stream().anyMatch(rule -> rule.denies(policyQuery));
    }

    /** The same, no faster than that. */
    public AccessRules withRateLimit(RateLimit chosen) {
        return new AccessRules(allow, deny, Optional.of(chosen));
    }
}
