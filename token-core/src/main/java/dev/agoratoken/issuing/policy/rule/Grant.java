package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.policy.rate.Quota;
import java.util.List;
import java.util.Optional;

/**
 * An issued token, with the rules that allowed it.
 *
 * @param rules the labels of the rules that covered it, one for each service
 * @param quota what the caller may still request, if there is a rate limit
 */
public record Grant(IssuedToken issued, List<String> rules, Optional<Quota> quota) {
    public Grant {
        rules = List.copyOf(rules);
    }
}
