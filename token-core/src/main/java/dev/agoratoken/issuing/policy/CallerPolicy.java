package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.Asked;
import dev.agoratoken.issuing.policy.rule.AskedUser;
import dev.agoratoken.issuing.policy.rule.Permit;
import dev.agoratoken.issuing.policy.rule.Question;
import dev.agoratoken.issuing.policy.rule.RequestRefusedException;
import dev.agoratoken.issuing.policy.rule.Rights;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides whether a caller may have what it asks for. Each service has to be covered whole by one of the caller's allow rules
 * and touched by none of its deny rules; nothing is narrowed until it fits.
 *
 * @param defaults what a request gets that leaves it open
 */
public record CallerPolicy(IssuingDefaults defaults) {
    private static final String FORMAT = "format";
    private static final String NOT_006 =
            "no rule covers format 006, which does not sign where the channel ends and the user"
                    + " begins; ask for format 007, or have 006 named in the formats of a rule";

    private static final String NOT_DIGITS =
            "no rule covers this account, which is in a token the same as the uid of these"
                    + " digits; ask for what you may have, or have this uid added to the rule";

    /** In the order in which a refusal names them. */
    private static final List<Condition> CONDITIONS = List.of(
            new Condition(Scope.SERVICE, asked -> "type", Rule::hasService),
            new Condition(Scope.REQUEST, asked -> "project", Rule::hasProject),
            new Condition(Scope.REQUEST, asked -> FORMAT, Rule::hasFormat),
            new Condition(Scope.NAME, Asked::channelField, Rule::coversChannels),
            new Condition(Scope.USER, Asked::userField, Rule::coversUsers),
            new Condition(Scope.SERVICE, asked -> "privileges", Rule::coversPrivileges),
            new Condition(Scope.SERVICE, Asked::broadField, Rule::coversBreadth),
            new Condition(Scope.REQUEST, asked -> "lifetime", Rule::coversLifetime));

    /**
     * Allows a request, with the lifetime filled in if it has none: the usual one, or a shorter one if a rule says so.
     *
     * @throws RequestRefusedException if the caller may not have that
     * @throws dev.agoratoken.token.InvalidValueException if it may, but a privilege would outlive the token
     */
    public Permit permit(Caller caller, TokenRequest request) {
        List<Rule> rules = new ArrayList<>();
        for (Asked asked : Asked.in(request)) {
            rules.add(ruleFor(caller, question(caller, request, asked), rules.size()));
        }
        Lifetime lifetime = request.lifetime().orElseGet(() -> usualWithin(rules));
        request.checkPrivileges(lifetime);
        List<String> titles = new ArrayList<>(rules.size());
        rules.forEach(rule -> titles.add(rule.title()));
        return new Permit(request.lasting(lifetime), titles);
    }

    private Question question(Caller caller, TokenRequest request, Asked asked) {
        return new Question(
                caller.claims(),
                request.project().orElse(defaults.project()),
                request.format().orElse(defaults.format()),
                request.lifetime(),
                asked);
    }

    private static Rule ruleFor(Caller caller, Question question, int service) {
        Rights rights = caller.rights();
        refuseWhatIsDenied(rights, question, service);
        for (Rule rule : rights.allow()) {
            if (covers(rule, question)) {
                return rule;
            }
        }
        throw firstThatNoRuleMeets(question, rights.allow()).refusal(question, service, claimsThatFail(caller));
    }

    private static boolean covers(Rule rule, Question question) {
        for (Condition condition : CONDITIONS) {
            if (!condition.holds().test(rule, question)) {
                return false;
            }
        }
        return true;
    }

    /** The condition before which some rule still fits, and after which none does. */
    private static Condition firstThatNoRuleMeets(Question question, List<Rule> rules) {
        List<Rule> left = rules;
        for (Condition condition : CONDITIONS) {
            left = left.stream()
                    .filter(rule -> condition.holds().test(rule, question))
                    .toList();
            if (left.isEmpty()) {
                return condition;
            }
        }
        throw new AssertionError("a rule covers this");
    }

    private static void refuseWhatIsDenied(Rights rights, Question question, int service) {
        if (rights.deny().isEmpty()) {
            return;
        }
        if (rights.denies(question)) {
            throw RequestRefusedException.inService(service, "type", "a rule denies this; ask for something else");
        }
        if (question.readings().anyMatch(rights::denies)) {
            throw RequestRefusedException.of(
                    "format", "a rule denies what a holder could make of this in format 006; ask for format 007");
        }
    }

    /** Why rules of this caller cannot apply, in words; empty if all claims are there. */
    private static String claimsThatFail(Caller caller) {
        return caller.rights().allow().stream()
                .flatMap(rule -> rule.problems(caller.claims()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Lifetime usualWithin(List<Rule> rules) {
        Lifetime shortest = defaults.lifetime();
        for (Rule rule : rules) {
            Lifetime longest = rule.longest().orElse(shortest);
            shortest = longest.seconds() < shortest.seconds() ? longest : shortest;
        }
        return shortest;
    }

    private enum Scope {
        REQUEST,
        SERVICE,
        /** A name in a service, which may depend on claims. */
        NAME,
        USER
    }

    /** What a rule has to cover, and which field of the request that is. */
    private record Condition(Scope scope, Function<Asked, String> field, BiPredicate<Rule, Question> holds) {
        RequestRefusedException refusal(Question question, int service, String claims) {
            String name = field.apply(question.asked());
            if (name.equals(FORMAT) && question.format() == TokenFormat.V006) {
                return RequestRefusedException.of(name, NOT_006);
            }
            if (scope == Scope.USER
                    && claims.isEmpty()
                    && question.asked().users().stream().anyMatch(AskedUser::isAccountOfDigits)) {
                return RequestRefusedException.inService(service, name, NOT_DIGITS);
            }
            boolean ofClaims = (scope == Scope.NAME || scope == Scope.USER) && !claims.isEmpty();
            String problem = "no rule covers this" + (ofClaims ? ": " + claims : "")
                    + "; ask for what you may have, or have a rule added";
            return scope == Scope.REQUEST
                    ? RequestRefusedException.of(name, problem)
                    : RequestRefusedException.inService(service, name, problem);
        }
    }
}
