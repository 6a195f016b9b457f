package dev.agoratoken.issuing.policy.rule;

import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Privilege;
import dev.agoratoken.token.service.ServiceType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule. As an allow rule it covers what lies within all that it says; as a deny rule it forbids what touches all that it
 * says, and there what is left out means everything. Immutable; each {@code with} gives a new one.
 *
 * @param label what it is called in an audit
 * @param services the services, and the privileges in each
 * @param projects empty for every project
 * @param formats empty for what is safe: format 007 where it allows, every format where it denies
 * @param channels where; a service in a channel needs one. What reaches every channel is covered by {@code *} or by a rule
 *     that says nothing about channels
 * @param users who; a service for a user needs one
 * @param maxLifetime the longest lifetime of a token; without meaning where it denies
 * @param broadPermissions what has to be named to be covered
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
     * Takes them as they are.
     *
     * @throws InvalidValueException if a service is given a privilege of another
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
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidValueException(
                    "privileges",
                    service.label() + " has no privilege " + labels(unknown),
                    "use only " + labels(service.privileges()));
        }
    }

    private static String labels(List<Privilege> privileges) {
        return privileges.stream().map(Privilege::label).collect(Collectors.joining(", "));
    }

    /**
     * A rule for these services with all their privileges and every project; no channel, no user, nothing broad. What it
     * allows, it allows in format 007; what it denies, it denies in every format.
     */
    public static Rule of(String title, Collection<ServiceType> services) {
        return new Rule(
                title,
                services.stream().collect(Collectors.toMap(Function.identity(), type -> Set.copyOf(type.privileges()))),
                Set.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** A rule that covers every token there is. */
    public static Rule everything(String title) {
        return of(title, EnumSet.allOf(ServiceType.class))
                .withChannels("*")
                .withUsers(UserRule.ANYBODY)
                .withFormats(EnumSet.allOf(TokenFormat.class))
                .withBroadPermissions(EnumSet.allOf(BroadPermission.class));
    }

    /**
     * The same with only these privileges in that service.
     *
     * @throws InvalidValueException if the rule is not for that service, or one is a privilege of another
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

    /** The same for only these projects. */
    public Rule withProjects(Set<ProjectName> chosen) {
        return new Rule(label, services, chosen, formats, channels, users, maxLifetime, broadPermissions);
    }

    /**
     * The same in only these formats.
     *
     * <p>A rule that allows format 006 holds for what is asked for and not for what a holder makes of it. That format signs
     * the channel and the user run together and their checksums not at all: a token for {@code class-1} and the user
     * {@code 23} becomes one for {@code class-12} and {@code 3}, or for {@code class-123} and any user, without the
     * certificate. Besides, it claims 24 hours as a whole, and for Signaling Agora goes by that, whatever {@link #maxLifetime}
     * says. So name it only where the channels and users of the rule need not be kept apart. Deny rules are held against all
     * that a token of format 006 can be turned into.
     */
    public Rule withFormats(Set<TokenFormat> chosen) {
        return new Rule(label, services, projects, chosen, channels, users, maxLifetime, broadPermissions);
    }

    /**
     * The same in these channels: names with {@code *} and claims.
     *
     * @throws InvalidValueException if a name is no {@link NamePattern}
     */
    public Rule withChannels(String... names) {
        return withChannels(Arrays.stream(names).map(NamePattern::parse).toList());
    }

    /** The same in these channels. */
    public Rule withChannels(List<NamePattern> chosen) {
        return new Rule(label, services, projects, formats, chosen, users, maxLifetime, broadPermissions);
    }

    /** The same for these users. */
    public Rule withUsers(UserRule chosen) {
        return new Rule(
                label, services, projects, formats, channels, Optional.of(chosen), maxLifetime, broadPermissions);
    }

    /** The same with that as the longest lifetime. */
    public Rule withMaxLifetime(Lifetime chosen) {
        return new Rule(label, services, projects, formats, channels, users, Optional.of(chosen), broadPermissions);
    }

    /** The same with these named. */
    public Rule withBroadPermissions(Set<BroadPermission> chosen) {
        return new Rule(label, services, projects, formats, channels, users, maxLifetime, chosen);
    }

    /** Whether it says where or who, and allows format 006 all the same, whose holder can undo it: see {@link #withFormats}. */
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

    /** Whether it allows tokens of that format. */
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

    /** Whether it forbids this. What cannot be read, because a claim is not there, forbids: nobody is to gain by that. */
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

    /** Why it cannot apply to a caller with those claims, in words; none if they are all good. */
    public Stream<String> problems(Claims claims) {
        return Stream.concat(
                channels.stream().flatMap(channel -> channel.problems(claims)),
                users.stream().flatMap(rule -> rule.problems(claims)));
    }
}
