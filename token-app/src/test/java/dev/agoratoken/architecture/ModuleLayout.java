package dev.agoratoken.architecture;

import dev.agoratoken.architecture.fixture.token.KnowsCodec;
import dev.agoratoken.token.Lifetime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The packages of the four modules: which of them other modules may use, and which of their own module they use. Each
 * package is declared once, and the rules follow from that. The same table describes the product and the code in
 * {@code fixture}, which breaks every rule.
 *
 * @param root the package that all others are below
 * @param publicTypes the public types of each package that keeps a list of them, by simple name
 */
record ModuleLayout(String root, Map<String, Set<String>> publicTypes) {
    /** Who may use a package from another module. */
    enum Visibility {
        EXPORTED,
        EXPORTED_TO_ADAPTERS,
        INTERNAL
    }

    /**
     * A package.
     *
     * @param name below the root; empty for the root itself
     * @param minClasses four fifths of its classes, nested ones included, so that an import that misses some is noticed
     * @param uses the packages of the same module that it may use
     */
    record Package(String name, Visibility visibility, int minClasses, List<String> uses) {
        Package using(String... names) {
            return new Package(name, visibility, minClasses, List.of(names));
        }
    }

    /**
     * A module.
     *
     * @param entry the package that may use all others; null where there is none
     */
    record Module(String name, String entry, List<Package> packages) {
        boolean contains(String packageName) {
            return packages.stream().anyMatch(each -> isWithin(packageName, each.name()));
        }

        List<String> names() {
            return packages.stream().map(Package::name).toList();
        }

        List<String> uses(Package from) {
            return from.name().equals(entry)
                    ? names().stream().filter(name -> !name.equals(entry)).toList()
                    : from.uses();
        }
    }

    static final Module CORE = new Module(
            "token-core",
            null,
            List.of(
                    exportedToAdapters("text", 5),
                    internal("secret", 1),
                    exported("", 12)
                            .using("issuing", "token", "token.service", "verify", "verify.expectation", "document"),
                    exported("token", 20).using("secret", "text"),
                    exported("token.service", 40).using("text", "token"),
                    internal("codec", 15).using("secret", "text", "token", "token.service"),
                    exported("issuing", 13).using("codec", "text", "token", "token.service"),
                    internal("verify.text", 11).using("codec", "text", "token", "token.service"),
                    internal("verify.grant", 6).using("codec", "text", "token", "token.service"),
                    exported("verify.expectation", 4).using("text", "token"),
                    exported("verify.finding", 2),
                    internal("verify.check", 24)
                            .using(
                                    "codec",
                                    "issuing",
                                    "text",
                                    "token",
                                    "token.service",
                                    "verify.expectation",
                                    "verify.finding",
                                    "verify.grant"),
                    exported("verify", 12)
                            .using(
                                    "codec",
                                    "issuing",
                                    "text",
                                    "token",
                                    "token.service",
                                    "verify.check",
                                    "verify.expectation",
                                    "verify.finding",
                                    "verify.grant",
                                    "verify.text"),
                    exportedToAdapters("issuing.policy.rate", 2).using("text", "token"),
                    exportedToAdapters("issuing.policy.rule", 17)
                            .using("issuing", "issuing.policy.rate", "text", "token", "token.service"),
                    exportedToAdapters("issuing.policy.caller", 8)
                            .using("issuing", "issuing.policy.rule", "text", "token"),
                    exportedToAdapters("issuing.policy.ban", 13)
                            .using(
                                    "issuing",
                                    "issuing.policy.caller",
                                    "issuing.policy.rule",
                                    "text",
                                    "token",
                                    "token.service"),
                    exportedToAdapters("issuing.policy", 14)
                            .using(
                                    "issuing",
                                    "issuing.policy.ban",
                                    "issuing.policy.caller",
                                    "issuing.policy.rate",
                                    "issuing.policy.rule",
                                    "text",
                                    "token",
                                    "token.service"),
                    exportedToAdapters("document", 21)
                            .using(
                                    "issuing",
                                    "issuing.policy",
                                    "issuing.policy.ban",
                                    "issuing.policy.caller",
                                    "issuing.policy.rule",
                                    "text",
                                    "token",
                                    "token.service",
                                    "verify",
                                    "verify.expectation",
                                    "verify.finding")));

    static final Module HTTP = new Module(
            "adapter-http",
            "http",
            List.of(
                    exported("http", 1),
                    exported("http.log", 5).using("http.json"),
                    exported("http.settings", 8).using("http.log"),
                    internal("http.json", 1),
                    internal("http.tls", 2).using("http.settings"),
                    internal("http.auth", 2),
                    internal("http.request", 8).using("http.auth", "http.json", "http.settings"),
                    internal("http.error", 4).using("http.request"),
                    internal("http.filter", 2).using("http.error", "http.request", "http.settings"),
                    internal("http.telemetry", 5)
                            .using("http.auth", "http.error", "http.log", "http.request", "http.settings"),
                    internal("http.jetty", 9)
                            .using(
                                    "http.auth",
                                    "http.error",
                                    "http.filter",
                                    "http.json",
                                    "http.request",
                                    "http.settings",
                                    "http.telemetry",
                                    "http.tls"),
                    internal("http.v1", 2).using("http.request", "http.telemetry"),
                    internal("http.legacy", 18).using("http.error", "http.json", "http.request", "http.v1"),
                    internal("http.web", 2).using("http.request")));

    static final Module CLI = new Module(
            "adapter-cli",
            "cli",
            List.of(
                    exported("cli", 1),
                    exported("cli.port", 10),
                    internal("cli.error", 4).using("cli.port"),
                    internal("cli.terminal", 7).using("cli.port"),
                    internal("cli.option", 14).using("cli.error", "cli.port", "cli.terminal"),
                    internal("cli.completion", 2).using("cli.option"),
                    internal("cli.batch", 14).using("cli.error", "cli.option", "cli.port", "cli.terminal"),
                    internal("cli.command.ban", 5).using("cli.error", "cli.option", "cli.port", "cli.terminal"),
                    internal("cli.command.issue", 12).using("cli.error", "cli.option", "cli.port", "cli.terminal"),
                    internal("cli.command", 12)
                            .using(
                                    "cli.batch",
                                    "cli.command.ban",
                                    "cli.command.issue",
                                    "cli.completion",
                                    "cli.error",
                                    "cli.option",
                                    "cli.port",
                                    "cli.terminal")));

    static final Module APP = new Module(
            "token-app",
            "app",
            List.of(
                    internal("app", 1),
                    internal("app.process", 4),
                    internal("app.log", 2),
                    internal("app.config", 14).using("app.log", "app.process"),
                    internal("app.projects", 3).using("app.config"),
                    internal("app.json", 1),
                    internal("app.client", 4).using("app.json"),
                    internal("app.agora", 16).using("app.client", "app.config", "app.json", "app.log", "app.projects"),
                    internal("app.login", 5).using("app.client", "app.config", "app.log", "app.process"),
                    internal("app.audit", 4).using("app.config", "app.log"),
                    internal("app.bans", 5).using("app.agora", "app.config", "app.log", "app.projects"),
                    internal("app.callers", 15).using("app.config", "app.login", "app.projects"),
                    internal("app.redis", 14)
                            .using("app.agora", "app.bans", "app.callers", "app.config", "app.log", "app.process"),
                    internal("app.settings", 5)
                            .using(
                                    "app.agora",
                                    "app.audit",
                                    "app.bans",
                                    "app.callers",
                                    "app.config",
                                    "app.log",
                                    "app.login",
                                    "app.projects",
                                    "app.redis"),
                    internal("app.serve", 7)
                            .using(
                                    "app.agora",
                                    "app.audit",
                                    "app.bans",
                                    "app.callers",
                                    "app.config",
                                    "app.log",
                                    "app.login",
                                    "app.process",
                                    "app.projects",
                                    "app.redis",
                                    "app.settings")));

    static final List<Module> MODULES = List.of(CORE, HTTP, CLI, APP);

    static final ModuleLayout PRODUCT = new ModuleLayout(
            parentOf(Lifetime.class),
            Map.of(
                    "codec",
                    Set.of("CertificateVariant", "TokenCodec"),
                    "http",
                    Set.of("HttpAdapter"),
                    "http.log",
                    Set.of("JsonLogWriter", "AsyncRequestLog", "RequestLog"),
                    "http.settings",
                    Set.of(
                            "AllowedOrigins",
                            "AuditOutage",
                            "BuildInfo",
                            "ReloadStats",
                            "HealthSources",
                            "HttpPorts",
                            "HttpSettings",
                            "JwksStatus",
                            "LoopbackHost",
                            "ProviderOutage",
                            "ServerLimits",
                            "SharedStateStats",
                            "ConfigSnapshot",
                            "ShutdownTimeouts",
                            "TlsFiles",
                            "TrustedProxies"),
                    "cli",
                    Set.of("CliAdapter"),
                    "cli.port",
                    Set.of(
                            "BanServer",
                            "BanServerFactory",
                            "CliPorts",
                            "ConfigInspector",
                            "IssuerFactory",
                            "ProcessControl",
                            "ConfigOverrides",
                            "PolicySimulator",
                            "OutputStyle",
                            "ServerException",
                            "ServerLauncher",
                            "VerifierFactory")));

    static final ModuleLayout FIXTURE = new ModuleLayout(
            parentOf(KnowsCodec.class),
            Map.of(
                    "codec",
                    Set.of("Hidden", "Missing", "TokenCodec"),
                    "http",
                    Set.of("HttpAdapter"),
                    "cli",
                    Set.of("CliAdapter")));

    private static Package exported(String name, int minClasses) {
        return new Package(name, Visibility.EXPORTED, minClasses, List.of());
    }

    private static Package exportedToAdapters(String name, int minClasses) {
        return new Package(name, Visibility.EXPORTED_TO_ADAPTERS, minClasses, List.of());
    }

    private static Package internal(String name, int minClasses) {
        return new Package(name, Visibility.INTERNAL, minClasses, List.of());
    }

    /** The complete name of a package. */
    String fullName(String name) {
        return name.isEmpty() ? root : root + "." + name;
    }

    /** The complete names of the packages of a module that match. */
    String[] packages(Module module, Predicate<Package> condition) {
        return module.packages().stream()
                .filter(condition)
                .map(each -> fullName(each.name()))
                .toArray(String[]::new);
    }

    /** The complete names of the packages of the adapters that token-app may use. */
    List<String> exportedByAdapters() {
        return Stream.of(HTTP, CLI)
                .flatMap(adapter -> Stream.of(packages(adapter, each -> each.visibility() == Visibility.EXPORTED)))
                .toList();
    }

    /** The complete names of all packages. */
    List<String> packages() {
        return MODULES.stream()
                .flatMap(module -> Stream.of(packages(module, each -> true)))
                .toList();
    }

    /** The pattern of a package and everything below it. */
    String within(String name) {
        return fullName(name) + "..";
    }

    /** The patterns of all packages of a module and everything below them. */
    String[] within(Module module) {
        return Arrays.stream(packages(module, each -> true))
                .map(name -> name.equals(root) ? name : name + "..")
                .toArray(String[]::new);
    }

    /** Whether a package belongs to that module: it is listed there, or below a package that is. */
    boolean isIn(Module module, String packageName) {
        return isWithin(packageName, root)
                && module.contains(packageName.equals(root) ? "" : packageName.substring(root.length() + 1));
    }

    private static boolean isWithin(String packageName, String parent) {
        return packageName.equals(parent) || !parent.isEmpty() && packageName.startsWith(parent + ".");
    }

    private static String parentOf(Class<?> type) {
        String name = type.getPackageName();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
