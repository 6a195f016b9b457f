package dev.agoratoken.issuing.policy;

import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.issuing.policy.caller.Caller;
import dev.agoratoken.issuing.policy.rule.AccessDeniedException;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.Authorization;
import dev.agoratoken.issuing.policy.rule.PolicyQuery;
import dev.agoratoken.issuing.policy.rule.RequestedService;
import dev.agoratoken.issuing.policy.rule.RequestedUser;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides whether a caller may have the requested token. One allow rule of the caller must cover each service
 * completely, and no deny rule may cover any part of it. Requests are never narrowed until they fit. Immutable and
 * thread-safe.
 */
final class AccessPolicy {
    private static final String FORMAT = "format";
    private static final String NOT_006 =
            "no rule covers format 006, which does not sign where the channel ends and the user"
                    + " begins; use format 007, or ask the operator to add 006 to the formats of a rule";

    private static final String NOT_DIGITS =
            "no rule covers this account, which equals the uid of the same digits in a token;"
                    + " request another account, or ask the operator to add the uid to the rule";

    private static final String NOT_THESE_NUMBERS =
            "no rule covers the uids that this pattern matches; request one account, or ask the"
                    + " operator to add a rule for any user";

    private static final String NOT_EVERYWHERE =
            "no rule covers every channel, which this token reaches; request a room or"
                    + " permissions on channels, or ask the operator to add a rule for every channel";

    /** The conditions of a rule, in the order in which a denial names them. */
    private static final List<Condition> CONDITIONS = List.of(
            new Condition(Scope.SERVICE, requestedService -> "type", AccessPolicy::issues),
            new Condition(Scope.REQUEST, requestedService -> "project", Rule::hasProject),
            new Condition(Scope.REQUEST, requestedService -> FORMAT, Rule::hasFormat),
            new Condition(Scope.NAME, RequestedService::channelField, Rule::coversChannels),
            new Condition(Scope.USER, RequestedService::userField, Rule::coversUsers),
            new Condition(Scope.SERVICE, requestedService -> "privileges", Rule::coversPrivileges),
            new Condition(Scope.SERVICE, RequestedService::broadField, Rule::coversBreadth),
            new Condition(Scope.REQUEST, requestedService -> "lifetime", Rule::coversLifetime));

    private final IssuingDefaults defaults;

    public AccessPolicy(IssuingDefaults defaults) {
        this.defaults = defaults;
    }

    /**
     * Allows a request, and sets its lifetime if it has none: the default, or less if a rule caps it.
     *
     * @throws AccessDeniedException if no rule covers the request, or a deny rule forbids it
     * @throws dev.agoratoken.token.InvalidValueException if the request is allowed, but a privilege would outlive the
     *     token
     */
    public Authorization authorize(Caller caller, TokenRequest request) {
        List<Rule> rules = new ArrayList<>();
        for (RequestedService requestedService : RequestedService.in(request)) {
            rules.add(ruleFor(caller, question(caller, request, requestedService), rules.size()));
        }
        Lifetime lifetime = request.lifetime().orElseGet(() -> defaultWithin(rules));
        request.checkPrivileges(lifetime);
        List<String> labels = new ArrayList<>(rules.size());
        rules.forEach(rule -> labels.add(rule.label()));
        return new Authorization(request.withLifetime(lifetime), labels);
    }

    private static boolean issues(Rule rule, PolicyQuery policyQuery) {
        return rule.hasAction(Action.ISSUE) && rule.hasService(policyQuery);
    }

    private PolicyQuery question(Caller caller, TokenRequest request, RequestedService requestedService) {
        return new PolicyQuery(
                caller.claims(),
                request.project().orElse(defaults.project()),
                request.format().orElse(defaults.format()),
                request.lifetime(),
                requestedService);
    }

    private static Rule ruleFor(Caller caller, PolicyQuery policyQuery, int service) {
        AccessRules accessRules = caller.accessRules();
        rejectDenied(accessRules, policyQuery, service);
        for (Rule rule : accessRules.allow()) {
            if (covers(rule, policyQuery)) {
                return rule;
            }
        }
        throw firstUnmetCondition(policyQuery, accessRules.allow()).denial(policyQuery, service, claimProblems(caller));
    }

    private static boolean covers(Rule rule, PolicyQuery policyQuery) {
        for (Condition condition : CONDITIONS) {
            if (!condition.holds().test(rule, policyQuery)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first condition after which no rule is left. */
    private static Condition firstUnmetCondition(PolicyQuery policyQuery, List<Rule> rules) {
        List<Rule> left = rules;
        for (Condition condition : CONDITIONS) {
            left = left.stream()
                    .filter(rule -> condition.holds().test(rule, policyQuery))
                    .toList();
            if (left.isEmpty()) {
                return condition;
            }
        }
        throw new AssertionError("a rule covers this");
    }

    private static void rejectDenied(AccessRules accessRules, PolicyQuery policyQuery, int service) {
        if (accessRules.deny().isEmpty()) {
            return;
        }
        if (accessRules.denies(policyQuery)) {
            throw AccessDeniedException.inService(service, "type", "a rule denies this; request something else");
        }
        if (policyQuery.readings().anyMatch(accessRules::denies)) {
            throw AccessDeniedException.of(
                    "format", "a rule denies another reading of this token in format 006; use format 007");
        }
    }

    /** Returns why rules of this caller cannot apply because of its claims; empty if all claims are valid. */
    private static String claimProblems(Caller caller) {
        return caller.accessRules().allow().stream()
                .flatMap(rule -> rule.problems(caller.claims()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Lifetime defaultWithin(List<Rule> rules) {
        Lifetime shortest = defaults.lifetime();
        for (Rule rule : rules) {
            Lifetime longest = rule.request().maxLifetime().orElse(shortest);
            shortest = longest.seconds() < shortest.seconds() ? longest : shortest;
        }
        return shortest;
    }

    private enum Scope {
        REQUEST,
        SERVICE,
        /** A name in a service, which can depend on claims. */
        NAME,
        USER
    }

    /** A condition of a rule, and the field of the request that it concerns. */
    private record Condition(
            Scope scope, Function<RequestedService, String> field, BiPredicate<Rule, PolicyQuery> holds) {
        AccessDeniedException denial(PolicyQuery policyQuery, int service, String claims) {
            String name = field.apply(policyQuery.requestedService());
            if (name.equals(FORMAT) && policyQuery.format() == TokenFormat.V006) {
                return AccessDeniedException.of(name, NOT_006);
            }
            Optional<RequestedUser> number = policyQuery.requestedService().users().stream()
                    .filter(RequestedUser::matchesNumber)
                    .findFirst();
            if (scope == Scope.USER && claims.isEmpty() && number.isPresent()) {
                return AccessDeniedException.inService(
                        service, name, number.get().isPattern() ? NOT_THESE_NUMBERS : NOT_DIGITS);
            }
            if (scope == Scope.NAME
                    && claims.isEmpty()
                    && policyQuery.requestedService().reachesEveryChannel()) {
                return AccessDeniedException.inService(service, name, NOT_EVERYWHERE);
            }
            boolean ofClaims = (scope == Scope.NAME || scope == Scope.USER) && !claims.isEmpty();
            String problem = "no rule covers this" + (ofClaims ? ": " + claims : "")
                    + "; request what your rules allow, or ask the operator to add a rule";
            return scope == Scope.REQUEST
                    ? AccessDeniedException.of(name, problem)
                    : AccessDeniedException.inService(service, name, problem);
        }
    }
}
