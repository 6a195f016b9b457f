package dev.agoratoken.app.callers;

import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.caller.CallerKind;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Claims;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.TokenFormat;
import java.util.Optional;

/**
 * A caller of the configuration.
 *
 * @param origin the place in the configuration file
 */
public record ConfiguredCaller(String name, AuthMethod authMethod, AccessRules accessRules, String origin) {
    /** A description without secrets: credentials and number of rules. */
    public String description() {
        return authMethod.description() + "; rules: " + accessRules.allow().size() + " allow, "
                + accessRules.deny().size() + " deny"
                + accessRules.limit().map(limit -> "; " + limit).orElse("");
    }

    /**
     * A warning about rules that are probably a mistake.
     *
     * @param defaultFormat the format of requests that name none
     */
    public Optional<String> warning(TokenFormat defaultFormat) {
        return accessRules.allow().stream()
                .filter(Rule::isBypassableIn006)
                .findFirst()
                .map(rule -> rule.label() + " allows format 006, in which a client can change the channel and the user;"
                        + " remove 006, or allow channels: \"*\", user: any, also: any-user")
                .or(() -> withoutDefault(defaultFormat));
    }

    private Optional<String> withoutDefault(TokenFormat defaultFormat) {
        return accessRules.allow().stream().anyMatch(rule -> rule.allows(defaultFormat))
                ? Optional.empty()
                : Optional.of("no rule allows the default format " + defaultFormat + "; change tokens.format, or add "
                        + defaultFormat + " to the formats of a rule");
    }

    /** Creates the caller of one request. */
    public Caller toCaller(CallerKind kind, Optional<String> individual, Claims claims) {
        return new Caller(name, kind, individual, claims, accessRules);
    }
}
