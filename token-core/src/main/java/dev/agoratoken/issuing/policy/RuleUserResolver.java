package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.DefaultUserResolver;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.User;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.UserId;
import dev.agoratoken.token.service.ServiceType;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The default users of a caller, taken from its first rule for a service and channel that covers one user only. */
final class RuleUserResolver implements DefaultUserResolver {
    private final Caller caller;

    RuleUserResolver(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Optional<User> inChannel(ServiceType service, Channel channel) {
        return rules(service, rule -> rule.coversChannel(channel.value(), caller.claims()))
                .flatMap(rule -> userOf(rule).stream())
                .findFirst();
    }

    @Override
    public Optional<String> userId(ServiceType service) {
        return rules(service, rule -> true)
                .flatMap(rule -> rule.onlyName(caller.claims()).or(() -> rule.uid(caller.claims())).stream())
                .findFirst();
    }

    private Optional<User> userOf(UserRule rule) {
        Optional<User> number = rule.uid(caller.claims()).map(UserId::parse);
        return number.isPresent() ? number : rule.onlyName(caller.claims()).map(UserAccount::of);
    }

    private Stream<UserRule> rules(ServiceType service, Predicate<Rule> suitable) {
        return caller.accessRules().allow().stream()
                .filter(rule -> rule.hasAction(Action.ISSUE))
                .filter(rule -> rule.services().containsKey(service))
                .filter(suitable)
                .flatMap(rule -> rule.names().users().stream());
    }
}
