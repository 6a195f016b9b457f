package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.TokenRequest;
import java.util.List;

/**
 * An allowed request.
 *
 * @param request the request, with the lifetime set
 * @param rules the labels of the rules that cover it, one for each service
 */
public record Authorization(TokenRequest request, List<String> rules) {
    public Authorization {
        rules = List.copyOf(rules);
    }
}
