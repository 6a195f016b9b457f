package dev.agoratoken.app.callers;

import dev.agoratoken.app.config.ConfigNode;
import dev.agoratoken.app.config.Folder;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.login.ProviderKeys;
import dev.agoratoken.app.login.ProviderReader;
import dev.agoratoken.app.projects.ConfiguredProjects;
import dev.agoratoken.issuing.policy.caller.ApiKeyHash;
import dev.agoratoken.issuing.policy.caller.CallerName;
import dev.agoratoken.issuing.policy.rate.RateLimit;
import dev.agoratoken.issuing.policy.rule.Rights;
import dev.agoratoken.issuing.policy.rule.Rule;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;

/** Reads the callers: who they are, how they are known, and what they may have. */
public final class CallerReader {
    /** The caller that shows nothing. */
    private static final String ANONYMOUS = "anonymous";

    private static final List<String> PROOFS = List.of("key-sha256", "jwt", "certificate-subject");

    private final Settings settings;
    private final ProviderKeys keys;
    private final RuleReader rules;

    public CallerReader(Settings settings, ConfiguredProjects projects, ProviderKeys keys) {
        this.settings = settings;
        this.keys = keys;
        this.rules = new RuleReader(projects);
    }

    /** All callers; none if nobody is to be asked. */
    public List<ConfiguredCaller> read() {
        Optional<ConfigNode> group = settings.file().flatMap(file -> file.group("callers"));
        if (group.isEmpty()) {
            return List.of();
        }
        List<ConfiguredCaller> callers = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (ConfigNode node : group.get().items()) {
            ConfiguredCaller caller = caller(node);
            refuseTwins(node, caller, taken);
            callers.add(caller);
        }
        if (callers.isEmpty()) {
            throw group.get().refused("there is none", "list the callers, or leave the line out to ask nobody");
        }
        return callers;
    }

    private ConfiguredCaller caller(ConfigNode node) {
        Map<String, ConfigNode> entries =
                node.entries("name", "key-sha256", "jwt", "certificate-subject", "rate", "burst", "allow", "deny");
        String name = node.required("name").as(CallerName::of).value();
        List<String> shown = PROOFS.stream().filter(entries::containsKey).toList();
        if (name.equals(ANONYMOUS) ? !shown.isEmpty() : shown.size() != 1) {
            throw node.refused(
                    name.equals(ANONYMOUS) ? "anonymous shows nothing" : "it is not known by exactly one thing",
                    name.equals(ANONYMOUS)
                            ? "leave out " + String.join(", ", PROOFS) + ", or choose another name"
                            : "give it one of " + String.join(", ", PROOFS));
        }
        Proof proof = shown.stream()
                .findFirst()
                .map(key -> proof(key, entries.get(key)))
                .orElseGet(Proof.None::new);
        return new ConfiguredCaller(name, proof, rights(node), node.place());
    }

    private Proof proof(String key, ConfigNode node) {
        return switch (key) {
            case "key-sha256" ->
                new Proof.Keys(node.items().stream()
                        .map(item -> item.as(ApiKeyHash::of))
                        .toList());
            case "jwt" ->
                new Proof.Login(new ProviderReader(
                                new Folder(settings.file().orElseThrow().folder()),
                                settings.certificates().files(),
                                keys)
                        .read(node));
            default -> new Proof.Certificate(node.as(CallerReader::subject));
        };
    }

    private Rights rights(ConfigNode node) {
        List<Rule> allow = rules(node, "allow", rules::allow);
        if (allow.isEmpty()) {
            throw node.refused("it has no allow", "list what it may have; without a rule it may have nothing");
        }
        return new Rights(allow, rules(node, "deny", rules::deny), limit(node));
    }

    private static List<Rule> rules(ConfigNode node, String key, Function<ConfigNode, Rule> reader) {
        return node.child(key).map(ConfigNode::items).orElse(List.of()).stream()
                .map(reader)
                .toList();
    }

    private static Optional<RateLimit> limit(ConfigNode node) {
        Optional<ConfigNode> burst = node.child("burst");
        Optional<RateLimit> rate = node.child("rate").map(text -> text.as(RateLimit::parse));
        if (burst.isPresent() && rate.isEmpty()) {
            throw burst.get().refused("there is no rate beside it", "add one such as rate: 50/s");
        }
        return rate.map(limit -> burst.map(text -> text.as(digits -> limit.withBurst(number(digits))))
                .orElse(limit));
    }

    private static int number(String digits) {
        if (digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(
                    "burst", Received.quoted(digits) + " is no number", "write one such as 100");
        }
        return Integer.parseInt(digits);
    }

    private static X500Principal subject(String text) {
        try {
            return new X500Principal(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    "certificate-subject",
                    Received.quoted(text) + " is no distinguished name",
                    "write it like CN=gateway,O=Example");
        }
    }

    /** Two callers who are known by the same thing could not be told apart. */
    private static void refuseTwins(ConfigNode node, ConfiguredCaller caller, Set<Object> taken) {
        List<Object> own = new ArrayList<>(List.of(caller.name()));
        if (caller.proof() instanceof Proof.Keys known) {
            own.addAll(known.hashes());
        } else if (caller.proof() instanceof Proof.Certificate certificate) {
            own.add(certificate.subject());
        }
        if (!own.stream().allMatch(taken::add)) {
            throw node.refused("another caller has the same name, key or subject", "give each its own");
        }
    }
}
