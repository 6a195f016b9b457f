package dev.agoratoken.issuing.policy.caller;

import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import java.util.Optional;

/**
 * An authenticated caller, and its access rules.
 *
 * @param name the name in the configuration
 * @param kind how the caller was authenticated
 * @param subject distinguishes callers with the same name: the subject of a JWT, or the address of an anonymous caller;
 *     empty if there is only one
 * @param claims the claims of the JWT
 */
public record Caller(String name, CallerKind kind, Optional<String> subject, Claims claims, AccessRules accessRules) {
    /** Any caller of a server without authentication: may have any token. */
    public static final Caller OPEN =
            new Caller("open", CallerKind.OPEN, Optional.empty(), Claims.NONE, AccessRules.EVERYTHING);

    /** The name and the subject, which rate limits count by. */
    public String identity() {
        return subject.map(who -> name + " " + who).orElse(name);
    }
}
