package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.TokenRequest;
import java.util.List;

/**
 * What a caller may have.
 *
 * @param request what was asked for, with nothing left open that the rules decide
 * @param rules the titles of the rules that cover it, one for each service
 */
public record Authorization(TokenRequest request, List<String> rules) {
    public Authorization {
        rules = List.copyOf(rules);
    }
}
