package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.policy.rate.Quota;
import java.util.List;
import java.util.Optional;

/**
 * A token that somebody was allowed to have.
 *
 * @param rules the titles of the rules that covered it, one for each service
 * @param quota how much the caller may still ask, if that is limited
 */
public record Grant(IssuedToken issued, List<String> rules, Optional<Quota> quota) {
    public Grant {
        rules = List.copyOf(rules);
    }
}
