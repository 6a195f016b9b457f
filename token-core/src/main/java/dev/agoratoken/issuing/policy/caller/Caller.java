package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.util.Optional;

/**
 * Somebody who asks for tokens, and what they may have.
 *
 * @param name the name in the configuration
 * @param subject which of those with that name it is: the subject of a login token, the address of an anonymous caller;
 *     empty where there is only one
 * @param claims what the login token says about them
 */
public record Caller(String name, CallerKind kind, Optional<String> subject, Claims claims, AccessRules accessRules) {
    /** Whoever comes, where nobody is asked: may have any token. */
    public static final Caller OPEN =
            new Caller("open", CallerKind.OPEN, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);

    /** The name, and the individual where there are several: what rates are counted by. */
    public String identity() {
        return subject.map(who -> name + " " + who).orElse(name);
    }
}
