package dev.agoratoken.app.callers;

import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.issuing.policy.rule.Action;
import dev.agoratoken.issuing.policy.rule.BroadPermission;
import dev.agoratoken.issuing.policy.rule.NamePattern;
import dev.agoratoken.issuing.policy.rule.Rule;
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

/** Reads the rules of callers. An allow rule must name what it allows; a deny rule covers everything that it does not limit. */
final class RuleConfigReader {
    private static final String ANY = "any";
    private static final Map<String, Action> ACTIONS = named(Action.values(), Action::label);
    private static final Map<String, ServiceType> SERVICES = named(ServiceType.values(), ServiceType::label);
    private static final Map<String, BroadPermission> BREADTHS =
            named(BroadPermission.values(), BroadPermission::label);
    private static final Map<String, TokenFormat> FORMATS = named(TokenFormat.values(), TokenFormat::prefix);
    private static final Set<BroadPermission> USERLESS =
            EnumSet.of(BroadPermission.ANY_USER, BroadPermission.CHAT_APP, BroadPermission.APAAS_APP);
    private static final Set<Field> USER_FIELDS = EnumSet.of(Field.USER, Field.USER_ID, Field.USER_UUID);

    private final ConfiguredProjects projects;

    RuleConfigReader(ConfiguredProjects projects) {
        this.projects = projects;
    }

    Rule allow(YamlNode node) {
        node.entries(
                "actions",
                "services",
                "roles",
                "privileges",
                "projects",
                "formats",
                "channels",
                "user",
                "uid",
                "longest",
                "also");
        Rule rule = read(node, Rule.of(node.path(), services(node.required("services"))), false)
                .withActions(actions(node))
                .withProjects(projects(node, Set.of(projects.defaultProject())));
        Rule limited = node.child("longest")
                .map(longest -> rule.withMaxLifetime(longest.parse(Lifetime::parse)))
                .orElse(rule);
        rejectEmptyRule(node, limited);
        return limited;
    }

    private static Set<Action> actions(YamlNode node) {
        return node.child("actions")
                .map(actions -> all(actions, item -> item.oneOf(ACTIONS)))
                .orElse(Set.of(Action.ISSUE));
    }

    Rule deny(YamlNode node) {
        node.entries("services", "roles", "privileges", "projects", "formats", "channels", "user", "uid", "also");
        Collection<ServiceType> services =
                node.child("services").map(RuleConfigReader::services).orElse(EnumSet.allOf(ServiceType.class));
        return read(node, Rule.of(node.path(), services), true).withProjects(projects(node, Set.of()));
    }

    private static Rule read(YamlNode node, Rule rule, boolean denies) {
        Rule read = PrivilegeLimits.of(node, denies).applyTo(rule);
        if (node.child("formats").isPresent()) {
            read = read.withFormats(all(node.required("formats"), item -> item.oneOf(FORMATS)));
        }
        if (node.child("channels").isPresent()) {
            read = read.withChannels(
                    List.copyOf(all(node.required("channels"), item -> item.parse(NamePattern::parse))));
        }
        Optional<UserRule> users = users(node);
        if (users.isPresent()) {
            read = read.withUsers(users.get());
        }
        return node.child("also").isEmpty()
                ? read
                : read.withBroadPermissions(all(node.required("also"), item -> item.oneOf(BREADTHS)));
    }

    private static Optional<UserRule> users(YamlNode node) {
        Optional<YamlNode> user = node.child("user");
        Optional<YamlNode> uid = node.child("uid");
        if (user.filter(named -> named.text().equals(ANY)).isPresent()) {
            uid.ifPresent(both -> {
                throw both.error("user: any already allows every uid", "keep one of the two");
            });
            return Optional.of(UserRule.ANYBODY);
        }
        Optional<NamePattern> name = user.map(text -> text.parse(NamePattern::parse));
        Optional<UserRule> numbered = uid.map(number -> number.parse(UserRule::ofNumber));
        return numbered.map(rule -> new UserRule(false, name, rule.uid()))
                .or(() -> name.map(only -> new UserRule(false, name, Optional.empty())));
    }

    private Set<ProjectName> projects(YamlNode node, Set<ProjectName> defaultProjects) {
        Optional<YamlNode> chosen = node.child("projects");
        if (chosen.isEmpty()) {
            return defaultProjects;
        }
        if (!chosen.get().isList() && chosen.get().text().equals(ANY)) {
            return Set.of();
        }
        Map<String, ProjectName> known =
                projects.byName().keySet().stream().collect(Collectors.toMap(ProjectName::value, Function.identity()));
        return all(chosen.get(), item -> item.oneOf(known));
    }

    private static Set<ServiceType> services(YamlNode node) {
        return all(node, item -> item.oneOf(SERVICES));
    }

    private static void rejectEmptyRule(YamlNode node, Rule rule) {
        boolean channelMissing = rule.names().channels().isEmpty()
                && rule.services().keySet().stream()
                        .anyMatch(type -> type.fields().contains(Field.CHANNEL));
        if (channelMissing) {
            throw node.error("missing channels", "list them, such as channels: [\"class-*\"]; \"*\" is every channel");
        }
        boolean userMissing = rule.names().users().isEmpty()
                && Collections.disjoint(rule.names().broadPermissions(), USERLESS)
                && rule.services().keySet().stream()
                        .anyMatch(type -> type.fields().stream().anyMatch(USER_FIELDS::contains));
        if (userMissing) {
            throw node.error("missing user", "add user: any, user: ${claims.sub}, or uid: with a number");
        }
    }

    private static <T> Set<T> all(YamlNode list, Function<YamlNode, T> reader) {
        Set<T> read = list.items().stream().map(reader).collect(Collectors.toCollection(LinkedHashSet::new));
        if (read.isEmpty()) {
            throw list.error("empty list", "list at least one value, or remove the key");
        }
        return read;
    }

    private static <T> Map<String, T> named(T[] values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> named.put(name.apply(value), value));
        return named;
    }
}
