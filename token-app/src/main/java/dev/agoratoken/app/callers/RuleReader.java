package dev.agoratoken.app.callers;

import dev.agoratoken.app.config.ConfigNode;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.rule.Breadth;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.issuing.policy.rule.Template;
import dev.agoratoken.issuing.policy.rule.UserRule;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Field;
import dev.agoratoken.token.service.ServiceType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the rules of callers. An allow rule has to say what it allows; a deny rule that says little denies much.
 *
 * @param projects those that there are
 */
record RuleReader(ConfiguredProjects projects) {
    private static final String ANY = "any";
    private static final Map<String, ServiceType> SERVICES = named(ServiceType.values(), ServiceType::label);
    private static final Map<String, Breadth> BREADTHS = named(Breadth.values(), Breadth::label);
    private static final Map<String, TokenFormat> FORMATS = named(TokenFormat.values(), TokenFormat::prefix);
    private static final Set<Breadth> USERLESS = EnumSet.of(Breadth.ANY_USER, Breadth.CHAT_APP, Breadth.APAAS_APP);
    private static final Set<Field> USER_FIELDS = EnumSet.of(Field.USER, Field.USER_ID, Field.USER_UUID);

    Rule allow(ConfigNode node) {
        node.entries(
                "services", "roles", "privileges", "projects", "formats", "channels", "user", "uid", "longest", "also");
        Rule rule = read(node, Rule.of(node.path(), services(node.required("services"))), false)
                .withProjects(projects(node, Set.of(projects.meant())));
        Rule whole = node.child("longest")
                .map(longest -> rule.withLongest(longest.as(Lifetime::parse)))
                .orElse(rule);
        refuseWhatAllowsNothing(node, whole);
        return whole;
    }

    Rule deny(ConfigNode node) {
        node.entries("services", "roles", "privileges", "projects", "formats", "channels", "user", "uid", "also");
        Collection<ServiceType> services =
                node.child("services").map(RuleReader::services).orElse(EnumSet.allOf(ServiceType.class));
        return read(node, Rule.of(node.path(), services), true).withProjects(projects(node, Set.of()));
    }

    private static Rule read(ConfigNode node, Rule rule, boolean denies) {
        Rule read = PrivilegeLimits.of(node, denies).applyTo(rule);
        if (node.child("formats").isPresent()) {
            read = read.withFormats(all(node.required("formats"), item -> item.among(FORMATS)));
        }
        if (node.child("channels").isPresent()) {
            read = read.withChannels(List.copyOf(all(node.required("channels"), item -> item.as(Template::parse))));
        }
        Optional<UserRule> users = users(node);
        if (users.isPresent()) {
            read = read.withUsers(users.get());
        }
        return node.child("also").isEmpty()
                ? read
                : read.withAlso(all(node.required("also"), item -> item.among(BREADTHS)));
    }

    private static Optional<UserRule> users(ConfigNode node) {
        Optional<ConfigNode> user = node.child("user");
        Optional<ConfigNode> uid = node.child("uid");
        if (user.filter(named -> named.text().equals(ANY)).isPresent()) {
            uid.ifPresent(both -> {
                throw both.refused("user: any allows every uid, too", "keep one of the two");
            });
            return Optional.of(UserRule.ANYBODY);
        }
        Optional<Template> name = user.map(text -> text.as(Template::parse));
        Optional<UserRule> numbered = uid.map(number -> number.as(UserRule::numbered));
        return numbered.map(rule -> new UserRule(false, name, rule.uid()))
                .or(() -> name.map(only -> new UserRule(false, name, Optional.empty())));
    }

    private Set<ProjectName> projects(ConfigNode node, Set<ProjectName> standard) {
        Optional<ConfigNode> chosen = node.child("projects");
        if (chosen.isEmpty()) {
            return standard;
        }
        if (!chosen.get().isList() && chosen.get().text().equals(ANY)) {
            return Set.of();
        }
        Map<String, ProjectName> known =
                projects.byName().keySet().stream().collect(Collectors.toMap(ProjectName::value, Function.identity()));
        return all(chosen.get(), item -> item.among(known));
    }

    private static Set<ServiceType> services(ConfigNode node) {
        return all(node, item -> item.among(SERVICES));
    }

    private static void refuseWhatAllowsNothing(ConfigNode node, Rule rule) {
        boolean channelMissing = rule.channels().isEmpty()
                && rule.services().keySet().stream()
                        .anyMatch(type -> type.fields().contains(Field.CHANNEL));
        if (channelMissing) {
            throw node.refused("it has no channels", "list them, such as channels: [\"class-*\"]; \"*\" is every one");
        }
        boolean userMissing = rule.users().isEmpty()
                && Collections.disjoint(rule.also(), USERLESS)
                && rule.services().keySet().stream()
                        .anyMatch(type -> type.fields().stream().anyMatch(USER_FIELDS::contains));
        if (userMissing) {
            throw node.refused("it has no user", "write user: any, user: ${claims.sub}, or uid: with a number");
        }
    }

    private static <T> Set<T> all(ConfigNode list, Function<ConfigNode, T> reader) {
        Set<T> read = list.items().stream().map(reader).collect(Collectors.toCollection(LinkedHashSet::new));
        if (read.isEmpty()) {
            throw list.refused("there is none", "list at least one, or leave the line out");
        }
        return read;
    }

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> named.put(name.apply(value), value));
        return named;
    }
}
