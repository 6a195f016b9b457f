package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.ServiceType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule. An allow rule covers what is within all of its parts. A deny rule forbids what intersects all of its parts,
 * and there an omitted part means everything. Immutable and thread-safe; each {@code with} returns a new rule.
 *
 * @param label the name in the audit
 * @param actions what an allow rule allows; ignored in a deny rule
 * @param services the services, and the privileges in each
 */
public record Rule(
        String label,
        Set<Action> actions,
        Map<ServiceType, Set<Privilege>> services,
        RequestScope request,
        NameScope names) {
    private static final Set<Action> ISSUE = Set.of(Action.ISSUE);

    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if a privilege does not belong to its service
     */
    public Rule {
        services.forEach(Rule::checkPrivileges);
        actions = Set.copyOf(actions);
        services = services.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /**
     * Creates a rule for services with all their privileges, for every project; without channels, users or broad
     * permissions. As an allow rule it allows tokens of format 007; as a deny rule it denies every format.
     */
    public static Rule of(String label, Collection<ServiceType> services) {
        return new Rule(
                label,
                ISSUE,
                services.stream().collect(Collectors.toMap(Function.identity(), type -> Set.copyOf(type.privileges()))),
                RequestScope.EVERY_PROJECT,
                NameScope.NOTHING);
    }

    /** Creates a rule that covers every token and every ban. */
    public static Rule everything(String label) {
        return of(label, EnumSet.allOf(ServiceType.class))
                .withActions(EnumSet.allOf(Action.class))
                .withChannels("*")
                .withUsers(UserRule.ANYBODY)
                .withFormats(EnumSet.allOf(TokenFormat.class))
                .withBroadPermissions(EnumSet.allOf(BroadPermission.class));
    }

    /** Returns the same rule for these actions; {@link #of} allows only {@link Action#ISSUE}. */
    public Rule withActions(Set<Action> chosen) {
        return new Rule(label, chosen, services, request, names);
    }

    /**
     * Returns the same rule with only these privileges for a service.
     *
     * @throws InvalidValueException if the rule does not contain the service, or a privilege belongs to another service
     */
    public Rule withPrivileges(ServiceType service, Set<? extends Privilege> privileges) {
        if (!services.containsKey(service)) {
            throw new InvalidValueException(
                    "service", "the rule does not contain " + service.label(), "add the service to the rule first");
        }
        Map<ServiceType, Set<Privilege>> changed = new EnumMap<>(services);
        changed.put(service, Set.copyOf(privileges));
        return new Rule(label, actions, changed, request, names);
    }

    private static void checkPrivileges(ServiceType service, Set<Privilege> privileges) {
        List<Privilege> unknown = privileges.stream()
                .filter(privilege -> !service.privileges().contains(privilege))
                .sorted(Comparator.comparing(Privilege::label))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidValueException(
                    "privileges",
                    service.label() + " has no privilege " + labels(unknown),
                    service.privileges().isEmpty() ? "remove it" : "use only " + labels(service.privileges()));
        }
    }

    private static String labels(List<? extends Privilege> privileges) {
        return privileges.stream().map(Privilege::label).collect(Collectors.joining(", "));
    }

    /** Returns the same rule for only these projects. */
    public Rule withProjects(Set<ProjectName> chosen) {
        return with(request.withProjects(chosen));
    }

    /**
     * Returns the same rule for only these formats.
     *
     * <p>A rule that allows format 006 limits what is requested, and not what the holder can turn the token into. The
     * signature of that format covers the channel and the user without a separator, and not their checksums. A token
     * for {@code class-1} and the user {@code 23} becomes one for {@code class-12} and {@code 3}, or for {@code
     * class-123} and any user, without the certificate. The token also claims 24 hours, and Agora applies that to
     * Signaling, whatever {@link #withMaxLifetime} says. So name format 006 only where the channels and users of the rule
     * need no separation. Deny rules apply to everything that a token of format 006 can be turned into.
     */
    public Rule withFormats(Set<TokenFormat> chosen) {
        return with(request.withFormats(chosen));
    }

    /**
     * Returns the same rule for these channels: names with {@code *} and claims.
     *
     * @throws InvalidValueException if a name is not a valid {@link NamePattern}
     */
    public Rule withChannels(String... chosen) {
        return withChannels(Arrays.stream(chosen).map(NamePattern::parse).toList());
    }

    /** Returns the same rule for these channels. */
    public Rule withChannels(List<NamePattern> chosen) {
        return with(names.withChannels(chosen));
    }

    /** Returns the same rule for these users. */
    public Rule withUsers(UserRule chosen) {
        return with(names.withUsers(chosen));
    }

    /** Returns the same rule with a maximum lifetime. */
    public Rule withMaxLifetime(Lifetime chosen) {
        return with(request.withMaxLifetime(chosen));
    }

    /** Returns the same rule with these broad permissions. */
    public Rule withBroadPermissions(Set<BroadPermission> chosen) {
        return with(names.withBroadPermissions(chosen));
    }

    private Rule with(RequestScope chosen) {
        return new Rule(label, actions, services, chosen, names);
    }

    private Rule with(NameScope chosen) {
        return new Rule(label, actions, services, request, chosen);
    }

    /**
     * Whether the rule restricts channels or users and also allows format 006, whose holders can bypass that: see
     * {@link #withFormats}.
     */
    public boolean isBypassableIn006() {
        boolean everywhere =
                names.channels().stream().anyMatch(channel -> channel.toString().equals("*"));
        boolean anyUser = names.broadPermissions().contains(BroadPermission.ANY_USER);
        return request.formats().contains(TokenFormat.V006)
                && (services.containsKey(ServiceType.RTC) && !(names.coversEveryUser() && everywhere && anyUser)
                        || services.containsKey(ServiceType.RTM) && !names.coversEveryUser());
    }

    public boolean hasAction(Action action) {
        return actions.contains(action);
    }

    public boolean hasService(PolicyQuery policyQuery) {
        return services.containsKey(policyQuery.requestedService().type());
    }

    public boolean hasProject(PolicyQuery policyQuery) {
        return hasProject(policyQuery.project());
    }

    /** Whether the rule is for a project. */
    public boolean hasProject(ProjectName project) {
        return request.contains(project);
    }

    /** Whether the rule allows tokens of a format. */
    public boolean allows(TokenFormat format) {
        return request.allows(format);
    }

    public boolean hasFormat(PolicyQuery policyQuery) {
        return allows(policyQuery.format());
    }

    public boolean coversChannels(PolicyQuery policyQuery) {
        return names.coversChannels(policyQuery.requestedService(), policyQuery.claims());
    }

    public boolean coversChannel(String asked, Claims claims) {
        return names.coversChannel(asked, claims);
    }

    /** Whether the rule is for every channel, or has no channels because its services have none. */
    public boolean coversEveryChannel(Claims claims) {
        return names.channels().isEmpty() || names.coversEveryChannel(claims);
    }

    public boolean coversUsers(PolicyQuery policyQuery) {
        return names.coversUsers(policyQuery.requestedService(), policyQuery.claims());
    }

    /** Whether the rule is for all of these users. */
    public boolean coversUsers(List<RequestedUser> asked, Claims claims) {
        return names.coversUsers(asked, claims);
    }

    public boolean coversEveryUser() {
        return names.coversEveryUser();
    }

    public boolean coversPrivileges(PolicyQuery policyQuery) {
        return privilegesOf(policyQuery.requestedService())
                .containsAll(policyQuery.requestedService().privileges());
    }

    public boolean coversBreadth(PolicyQuery policyQuery) {
        return names.coversBreadth(policyQuery.requestedService());
    }

    public boolean coversLifetime(PolicyQuery policyQuery) {
        return request.covers(policyQuery.lifetime());
    }

    /**
     * Whether this deny rule forbids the request. A name whose claim is missing forbids everything, so that a missing
     * claim gains nothing.
     */
    boolean denies(PolicyQuery policyQuery) {
        return hasService(policyQuery)
                && hasProject(policyQuery)
                && request.denies(policyQuery.format())
                && intersectsPrivileges(policyQuery.requestedService())
                && names.intersects(policyQuery.requestedService(), policyQuery.claims());
    }

    private boolean intersectsPrivileges(RequestedService requestedService) {
        return requestedService.privileges().isEmpty()
                || requestedService.privileges().stream().anyMatch(privilegesOf(requestedService)::contains);
    }

    private Set<Privilege> privilegesOf(RequestedService requestedService) {
        return services.getOrDefault(requestedService.type(), Set.of());
    }

    /** Returns why the rule cannot apply to a caller with these claims; empty if all are valid. */
    public Stream<String> problems(Claims claims) {
        return names.problems(claims);
    }
}
