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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule. An allow rule covers what is within all of its parts. A deny rule forbids what intersects all of its parts,
 * and there an omitted part means everything. Immutable and thread-safe; each {@code with} returns a new rule.
 *
 * @param label the name in the audit
 * @param services the services, and the privileges in each
 * @param projects empty for every project
 * @param formats empty for the safe ones: format 007 in an allow rule, every format in a deny rule
 * @param channels the channels; a service in a channel needs one. Only {@code *}, or a rule without channels, covers a
 *     token that reaches every channel
 * @param users the users; a service for a user needs them
 * @param maxLifetime the maximum lifetime of a token; ignored in a deny rule
 * @param broadPermissions the broad permissions that the rule names
 */
public record Rule(
        String label,
        Map<ServiceType, Set<Privilege>> services,
        Set<ProjectName> projects,
        Set<TokenFormat> formats,
        List<NamePattern> channels,
        Optional<UserRule> users,
        Optional<Lifetime> maxLifetime,
        Set<BroadPermission> broadPermissions) {
    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if a privilege does not belong to its service
     */
    public Rule {
        services.forEach(Rule::checkPrivileges);
        services = services.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        projects = Set.copyOf(projects);
        formats = Set.copyOf(formats);
        channels = List.copyOf(channels);
        broadPermissions = Set.copyOf(broadPermissions);
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

    private static String labels(List<Privilege> privileges) {
        return privileges.stream().map(Privilege::label).collect(Collectors.joining(", "));
    }

    /**
     * Creates a rule for services with all their privileges, for every project; without channels, users or broad
     * permissions. As an allow rule it allows format 007; as a deny rule it denies every format.
     */
    public static Rule of(String label, Collection<ServiceType> services) {
        return new Rule(
                label,
                services.stream().collect(Collectors.toMap(Function.identity(), type -> Set.copyOf(type.privileges()))),
                Set.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** Creates a rule that covers every token. */
    public static Rule everything(String label) {
        return of(label, EnumSet.allOf(ServiceType.class))
                .withChannels("*")
                .withUsers(UserRule.ANYBODY)
                .withFormats(EnumSet.allOf(TokenFormat.class))
                .withBroadPermissions(EnumSet.allOf(BroadPermission.class));
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
        Map<ServiceType, Set<Privilege>> changed = services.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey() == service ? Set.copyOf(privileges) : entry.getValue()));
        return new Rule(label, changed, projects, formats, channels, users, maxLifetime, broadPermissions);
    }

    /** Returns the same rule for only these projects. */
    public Rule withProjects(Set<ProjectName> chosen) {
        return new Rule(label, services, chosen, formats, channels, users, maxLifetime, broadPermissions);
    }

    /**
     * Returns the same rule for only these formats.
     *
     * <p>A rule that allows format 006 limits what is requested, and not what the holder can turn the token into. The
     * signature of that format covers the channel and the user without a separator, and not their checksums. A token
     * for {@code class-1} and the user {@code 23} becomes one for {@code class-12} and {@code 3}, or for {@code
     * class-123} and any user, without the certificate. The token also claims 24 hours, and Agora applies that to
     * Signaling, whatever {@link #maxLifetime} says. So name format 006 only where the channels and users of the rule
     * need no separation. Deny rules apply to everything that a token of format 006 can be turned into.
     */
    public Rule withFormats(Set<TokenFormat> chosen) {
        return new Rule(label, services, projects, chosen, channels, users, maxLifetime, broadPermissions);
    }

    /**
     * Returns the same rule for these channels: names with {@code *} and claims.
     *
     * @throws InvalidValueException if a name is not a valid {@link NamePattern}
     */
    public Rule withChannels(String... names) {
        return withChannels(Arrays.stream(names).map(NamePattern::parse).toList());
    }

    /** Returns the same rule for these channels. */
    public Rule withChannels(List<NamePattern> chosen) {
        return new Rule(label, services, projects, formats, chosen, users, maxLifetime, broadPermissions);
    }

    /** Returns the same rule for these users. */
    public Rule withUsers(UserRule chosen) {
        return new Rule(
                label, services, projects, formats, channels, Optional.of(chosen), maxLifetime, broadPermissions);
    }

    /** Returns the same rule with a maximum lifetime. */
    public Rule withMaxLifetime(Lifetime chosen) {
        return new Rule(label, services, projects, formats, channels, users, Optional.of(chosen), broadPermissions);
    }

    /** Returns the same rule with these broad permissions. */
    public Rule withBroadPermissions(Set<BroadPermission> chosen) {
        return new Rule(label, services, projects, formats, channels, users, maxLifetime, chosen);
    }

    /**
     * Whether the rule restricts channels or users and also allows format 006, whose holders can bypass that: see
     * {@link #withFormats}.
     */
    public boolean isBypassableIn006() {
        boolean everybody = users.filter(UserRule::any).isPresent();
        boolean everywhere =
                channels.stream().anyMatch(channel -> channel.toString().equals("*"));
        boolean anyUser = broadPermissions.contains(BroadPermission.ANY_USER);
        return formats.contains(TokenFormat.V006)
                && (services.containsKey(ServiceType.RTC) && !(everybody && everywhere && anyUser)
                        || services.containsKey(ServiceType.RTM) && !everybody);
    }

    public boolean hasService(PolicyQuery policyQuery) {
        return services.containsKey(policyQuery.requestedService().type());
    }

    public boolean hasProject(PolicyQuery policyQuery) {
        return projects.isEmpty() || projects.contains(policyQuery.project());
    }

    /** Whether the rule allows tokens of a format. */
    public boolean allows(TokenFormat format) {
        return formats.isEmpty() ? format == TokenFormat.V007 : formats.contains(format);
    }

    public boolean hasFormat(PolicyQuery policyQuery) {
        return allows(policyQuery.format());
    }

    /** Limits on channels do not cover what reaches every one of them. */
    public boolean coversChannels(PolicyQuery policyQuery) {
        if (policyQuery.requestedService().reachesEveryChannel()
                && !channels.isEmpty()
                && !coversChannel(Glob.EVERYTHING.pattern(), policyQuery.claims())) {
            return false;
        }
        for (String asked : policyQuery.requestedService().channels()) {
            if (!coversChannel(asked, policyQuery.claims())) {
                return false;
            }
        }
        return true;
    }

    public boolean coversChannel(String asked, Claims claims) {
        for (NamePattern channel : channels) {
            if (channel.with(claims).filter(glob -> glob.covers(asked)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    public boolean coversUsers(PolicyQuery policyQuery) {
        return policyQuery.requestedService().isForAnyUser()
                || users.isPresent() && coversUsers(users.get(), policyQuery)
                || policyQuery.requestedService().users().isEmpty();
    }

    private static boolean coversUsers(UserRule rule, PolicyQuery policyQuery) {
        for (RequestedUser asked : policyQuery.requestedService().users()) {
            if (!rule.covers(asked, policyQuery.claims())) {
                return false;
            }
        }
        return true;
    }

    public boolean coversPrivileges(PolicyQuery policyQuery) {
        return services.get(policyQuery.requestedService().type())
                .containsAll(policyQuery.requestedService().privileges());
    }

    public boolean coversBreadth(PolicyQuery policyQuery) {
        return broadPermissions.containsAll(policyQuery.requestedService().breadths());
    }

    public boolean coversLifetime(PolicyQuery policyQuery) {
        return maxLifetime.isEmpty()
                || policyQuery
                        .lifetime()
                        .filter(asked -> asked.seconds() > maxLifetime.get().seconds())
                        .isEmpty();
    }

    /**
     * Whether this deny rule forbids the request. A name whose claim is missing forbids everything, so that a missing
     * claim gains nothing.
     */
    boolean denies(PolicyQuery policyQuery) {
        return hasService(policyQuery)
                && hasProject(policyQuery)
                && (formats.isEmpty() || formats.contains(policyQuery.format()))
                && intersectsPrivileges(policyQuery.requestedService())
                && intersectsChannels(policyQuery)
                && intersectsUsers(policyQuery)
                && (broadPermissions.isEmpty()
                        || policyQuery.requestedService().breadths().stream().anyMatch(broadPermissions::contains));
    }

    private boolean intersectsPrivileges(RequestedService requestedService) {
        return requestedService.privileges().isEmpty()
                || requestedService.privileges().stream().anyMatch(services.get(requestedService.type())::contains);
    }

    private boolean intersectsChannels(PolicyQuery policyQuery) {
        return channels.isEmpty()
                || policyQuery.requestedService().reachesEveryChannel()
                || policyQuery.requestedService().channels().stream()
                        .anyMatch(asked -> channels.stream()
                                .map(channel ->
                                        channel.with(policyQuery.claims()).orElse(Glob.EVERYTHING))
                                .anyMatch(glob -> glob.overlaps(asked)));
    }

    private boolean intersectsUsers(PolicyQuery policyQuery) {
        return users.isEmpty()
                || policyQuery.requestedService().isForTheApp()
                || policyQuery.requestedService().users().stream()
                        .anyMatch(asked -> users.get().overlaps(asked, policyQuery.claims()));
    }

    /** Returns why the rule cannot apply to a caller with these claims; empty if all are valid. */
    public Stream<String> problems(Claims claims) {
        return Stream.concat(
                channels.stream().flatMap(channel -> channel.problems(claims)),
                users.stream().flatMap(rule -> rule.problems(claims)));
    }
}
