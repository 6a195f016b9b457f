package dev.agoratoken.app.callers;

import dev.agoratoken.app.config.BaseDirectory;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingType;
import dev.agoratoken.app.config.YamlNode;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.login.ProviderConfigReader;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import dev.agoratoken.issuing.policy.caller.CallerName;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.AccessRules;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;

/** Reads {@code callers}: names, credentials and access rules. */
public final class CallerConfigReader {
    /** The name of the caller without credentials. */
    private static final String ANONYMOUS = "anonymous";

    private static final SettingType<Integer> NUMBER = SettingType.wholeNumber(0, 999_999_999);

    private static final List<String> AUTH_METHODS = List.of("key-sha256", "jwt", "certificate-subject");

    private final ResolvedSettings resolvedSettings;
    private final JwksProvider keys;
    private final RuleConfigReader rules;

    public CallerConfigReader(ResolvedSettings resolvedSettings, ConfiguredProjects projects, JwksProvider keys) {
        this.resolvedSettings = resolvedSettings;
        this.keys = keys;
        this.rules = new RuleConfigReader(projects);
    }

    /** All callers; empty if callers are not authenticated. */
    public List<ConfiguredCaller> read() {
        Optional<YamlNode> group = resolvedSettings.file().flatMap(file -> file.group("callers"));
        if (group.isEmpty()) {
            return List.of();
        }
        List<ConfiguredCaller> callers = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (YamlNode node : group.get().items()) {
            ConfiguredCaller caller = caller(node);
            rejectDuplicates(node, caller, taken);
            callers.add(caller);
        }
        if (callers.isEmpty()) {
            throw group.get()
                    .error("empty list", "list the callers, or remove the key to serve without authentication");
        }
        return callers;
    }

    private ConfiguredCaller caller(YamlNode node) {
        Map<String, YamlNode> entries =
                node.entries("name", "key-sha256", "jwt", "certificate-subject", "rate", "burst", "allow", "deny");
        String name = node.required("name").parse(CallerName::of).value();
        List<String> methods =
                AUTH_METHODS.stream().filter(entries::containsKey).toList();
        if (name.equals(ANONYMOUS) ? !methods.isEmpty() : methods.size() != 1) {
            throw node.error(
                    name.equals(ANONYMOUS)
                            ? "anonymous has no credentials"
                            : "exactly one kind of credentials is needed",
                    name.equals(ANONYMOUS)
                            ? "remove " + String.join(", ", AUTH_METHODS) + ", or choose another name"
                            : "set one of " + String.join(", ", AUTH_METHODS));
        }
        AuthMethod authMethod = methods.stream()
                .findFirst()
                .map(key -> authMethod(key, Objects.requireNonNull(entries.get(key))))
                .orElseGet(AuthMethod.Anonymous::new);
        return new ConfiguredCaller(name, authMethod, rights(node), node.location());
    }

    private AuthMethod authMethod(String key, YamlNode node) {
        return switch (key) {
            case "key-sha256" ->
                new AuthMethod.ApiKeys(node.items().stream()
                        .map(item -> item.parse(ApiKeyHash::of))
                        .toList());
            case "jwt" ->
                new AuthMethod.Jwt(new ProviderConfigReader(
                                new BaseDirectory(
                                        resolvedSettings.file().orElseThrow().folder()),
                                resolvedSettings.certificates().files(),
                                keys)
                        .read(node));
            default -> new AuthMethod.ClientCertificate(node.parse(CallerConfigReader::subject));
        };
    }

    private AccessRules rights(YamlNode node) {
        List<Rule> allow = rules(node, "allow", rules::allow);
        if (allow.isEmpty()) {
            throw node.error("missing allow", "list what the caller may have");
        }
        return new AccessRules(allow, rules(node, "deny", rules::deny), limit(node));
    }

    private static List<Rule> rules(YamlNode node, String key, Function<YamlNode, Rule> reader) {
        return node.child(key).map(YamlNode::items).orElse(List.of()).stream()
                .map(reader)
                .toList();
    }

    private static Optional<RateLimit> limit(YamlNode node) {
        Optional<YamlNode> burst = node.child("burst");
        Optional<RateLimit> rate = node.child("rate").map(text -> text.parse(RateLimit::parse));
        if (burst.isPresent() && rate.isEmpty()) {
            throw burst.get().error("burst without rate", "add a rate such as rate: 50/s");
        }
        return rate.map(limit -> burst.map(text -> text.parse(digits -> limit.withBurst(NUMBER.parse(digits))))
                .orElse(limit));
    }

    private static X500Principal subject(String text) {
        try {
            return new X500Principal(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    "certificate-subject",
                    "invalid distinguished name " + Printable.quote(text),
                    "use a name such as CN=gateway,O=Example");
        }
    }

    /** Callers with the same credentials could not be distinguished. */
    private static void rejectDuplicates(YamlNode node, ConfiguredCaller caller, Set<Object> taken) {
        List<Object> identifiers = new ArrayList<>(List.of(caller.name()));
        if (caller.authMethod() instanceof AuthMethod.ApiKeys known) {
            identifiers.addAll(known.hashes());
        } else if (caller.authMethod() instanceof AuthMethod.ClientCertificate clientCertificate) {
            identifiers.add(clientCertificate.subject());
        }
        if (!identifiers.stream().allMatch(taken::add)) {
            throw node.error("another caller has the same name, key or subject", "use different ones");
        }
    }
}
