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
 * @param title what it is called in an audit
 * @param services the services, and the privileges in each
 * @param projects empty for every project
 * @param formats empty for what is safe: format 007 where it allows, every format where it denies
 * @param channels where; a service in a channel needs one
 * @param users who; a service for a user needs one
 * @param longest the longest lifetime of a token; without meaning where it denies
 * @param also what has to be named to be covered
 */
public record Rule(
        String title,
        Map<ServiceType, Set<Privilege>> services,
        Set<ProjectName> projects,
        Set<TokenFormat> formats,
        List<Template> channels,
        Optional<UserRule> users,
        Optional<Lifetime> longest,
        Set<Breadth> also) {
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
        also = Set.copyOf(also);
    }

    private static void checkPrivileges(ServiceType service, Set<Privilege> privileges) {
        if (!service.privileges().containsAll(privileges)) {
            throw new InvalidValueException(
                    "privileges",
                    privileges + " are not all privileges of " + service.label(),
                    "give that service its own");
        }
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
                .withAlso(EnumSet.allOf(Breadth.class));
    }

    /**
     * The same with only these privileges in that service.
     *
     * @throws InvalidValueException if the rule is not for that service, or one is a privilege of another
     */
    public Rule withPrivileges(ServiceType service, Set<? extends Privilege> privileges) {
        if (!services.containsKey(service)) {
            throw new InvalidValueException(
                    "service", "the rule is not for " + service.label(), "name the service in the rule first");
        }
        Map<ServiceType, Set<Privilege>> changed = services.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey() == service ? Set.copyOf(privileges) : entry.getValue()));
        return new Rule(title, changed, projects, formats, channels, users, longest, also);
    }

    /** The same for only these projects. */
    public Rule withProjects(Set<ProjectName> chosen) {
        return new Rule(title, services, chosen, formats, channels, users, longest, also);
    }

    /**
     * The same in only these formats.
     *
     * <p>A rule that allows format 006 holds for what is asked for and not for what a holder makes of it. That format signs
     * the channel and the user run together and their checksums not at all: a token for {@code class-1} and the user
     * {@code 23} becomes one for {@code class-12} and {@code 3}, or for {@code class-123} and any user, without the
     * certificate. Besides, it claims 24 hours as a whole, and for Signaling Agora goes by that, whatever {@link #longest}
     * says. So name it only where the channels and users of the rule need not be kept apart. Deny rules are held against all
     * that a token of format 006 can be turned into.
     */
    public Rule withFormats(Set<TokenFormat> chosen) {
        return new Rule(title, services, projects, chosen, channels, users, longest, also);
    }

    /**
     * The same in these channels: names with {@code *} and claims.
     *
     * @throws InvalidValueException if a name is no {@link Template}
     */
    public Rule withChannels(String... names) {
        return withChannels(Arrays.stream(names).map(Template::parse).toList());
    }

    /** The same in these channels. */
    public Rule withChannels(List<Template> chosen) {
        return new Rule(title, services, projects, formats, chosen, users, longest, also);
    }

    /** The same for these users. */
    public Rule withUsers(UserRule chosen) {
        return new Rule(title, services, projects, formats, channels, Optional.of(chosen), longest, also);
    }

    /** The same with that as the longest lifetime. */
    public Rule withLongest(Lifetime chosen) {
        return new Rule(title, services, projects, formats, channels, users, Optional.of(chosen), also);
    }

    /** The same with these named. */
    public Rule withAlso(Set<Breadth> chosen) {
        return new Rule(title, services, projects, formats, channels, users, longest, chosen);
    }

    /** Whether it says where or who, and allows format 006 all the same, whose holder can undo it: see {@link #withFormats}. */
    public boolean isUndoneBy006() {
        boolean everybody = users.filter(UserRule::anybody).isPresent();
        boolean everywhere =
                channels.stream().anyMatch(channel -> channel.toString().equals("*"));
        boolean anyUser = also.contains(Breadth.ANY_USER);
        return formats.contains(TokenFormat.V006)
                && (services.containsKey(ServiceType.RTC) && !(everybody && everywhere && anyUser)
                        || services.containsKey(ServiceType.RTM) && !everybody);
    }

    public boolean hasService(Question question) {
        return services.containsKey(question.asked().type());
    }

    public boolean hasProject(Question question) {
        return projects.isEmpty() || projects.contains(question.project());
    }

    /** Whether it allows tokens of that format. */
    public boolean allows(TokenFormat format) {
        return formats.isEmpty() ? format == TokenFormat.V007 : formats.contains(format);
    }

    public boolean hasFormat(Question question) {
        return allows(question.format());
    }

    public boolean coversChannels(Question question) {
        for (String asked : question.asked().channels()) {
            if (!coversChannel(asked, question.claims())) {
                return false;
            }
        }
        return true;
    }

    public boolean coversChannel(String asked, Claims claims) {
        for (Template channel : channels) {
            if (channel.with(claims).filter(glob -> glob.covers(asked)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    public boolean coversUsers(Question question) {
        return question.asked().isForAnyUser()
                || users.isPresent() && coversUsers(users.get(), question)
                || question.asked().users().isEmpty();
    }

    private static boolean coversUsers(UserRule rule, Question question) {
        for (AskedUser asked : question.asked().users()) {
            if (!rule.covers(asked, question.claims())) {
                return false;
            }
        }
        return true;
    }

    public boolean coversPrivileges(Question question) {
        return services.get(question.asked().type())
                .containsAll(question.asked().privileges());
    }

    public boolean coversBreadth(Question question) {
        return also.containsAll(question.asked().breadths());
    }

    public boolean coversLifetime(Question question) {
        return longest.isEmpty()
                || question.lifetime()
                        .filter(asked -> asked.seconds() > longest.get().seconds())
                        .isEmpty();
    }

    /** Whether it forbids this. What cannot be read, because a claim is not there, forbids: nobody is to gain by that. */
    boolean denies(Question question) {
        return hasService(question)
                && hasProject(question)
                && (formats.isEmpty() || formats.contains(question.format()))
                && touchesPrivileges(question.asked())
                && touchesChannels(question)
                && touchesUsers(question)
                && (also.isEmpty() || question.asked().breadths().stream().anyMatch(also::contains));
    }

    private boolean touchesPrivileges(Asked asked) {
        return asked.privileges().isEmpty()
                || asked.privileges().stream().anyMatch(services.get(asked.type())::contains);
    }

    private boolean touchesChannels(Question question) {
        return channels.isEmpty()
                || question.asked().channels().stream()
                        .anyMatch(asked -> channels.stream()
                                .map(channel -> channel.with(question.claims()).orElse(Glob.EVERYTHING))
                                .anyMatch(glob -> glob.overlaps(asked)));
    }

    private boolean touchesUsers(Question question) {
        return users.isEmpty()
                || question.asked().users().stream()
                        .anyMatch(asked -> users.get().overlaps(asked, question.claims()));
    }

    /** Why it cannot apply to a caller with those claims, in words; none if they are all good. */
    public Stream<String> problems(Claims claims) {
        return Stream.concat(
                channels.stream().flatMap(channel -> channel.problems(claims)),
                users.stream().flatMap(rule -> rule.problems(claims)));
    }
}
