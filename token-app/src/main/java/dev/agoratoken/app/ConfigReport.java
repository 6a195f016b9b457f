package dev.agoratoken.app;

import dev.agoratoken.cli.ConfigSource.Entry;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
<<<<<<< HEAD
import dev.agoratoken.token.TokenFormat;
import java.nio.file.Path;
=======
>>>>>>> app-fixes
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole configuration as it takes effect, and where each value comes from. Secrets are not in it. */
final class ConfigReport {
    private static final String HIDDEN = "(hidden)";
    private static final String DEFAULT = "default";

    private final Settings settings;
    private final ConfigReader config;
    private final List<ConfiguredCaller> callers;
    private final StartConfig start;
    private final List<Entry> entries = new ArrayList<>();

    private ConfigReport(Settings settings) {
        this.settings = settings;
        this.config = new ConfigReader(settings);
        this.callers = new CallerReader(
                        settings, config.projects(), new ProviderKeys(Duration.ZERO, InstantSource.system()))
                .read();
        this.start = StartConfig.read(settings);
    }

    /**
     * Reads everything.
     *
     * @throws dev.agoratoken.token.InvalidValueException at the first setting that is missing or wrong
     */
    static List<Entry> of(Settings settings) {
        return new ConfigReport(settings).entries();
    }

    /**
     * Reads everything, and looks at it as the server does when it starts.
     *
     * @throws dev.agoratoken.token.InvalidValueException as above, or if the server would not start
     */
    static List<Entry> checked(Settings settings) {
        ConfigReport report = new ConfigReport(settings);
<<<<<<< HEAD
        report.addProjects();
        List<ConfiguredCaller> callers =
                new CallerReader(settings, report.config.projects(), new ProviderKeys(Duration.ZERO)).read();
        TokenFormat usual =
                report.config.issuingDefaults(report.config.projects().meant()).format();
        callers.forEach(caller -> report.addCaller(caller, usual));
        report.addServer(!callers.isEmpty());
        return List.copyOf(report.entries);
=======
        report.start.check(report.isGuarded());
        return report.entries();
    }

    private boolean isGuarded() {
        return !callers.isEmpty();
    }

    private List<Entry> entries() {
        addProjects();
        callers.forEach(this::addCaller);
        start.values(isGuarded()).forEach(this::add);
        return List.copyOf(entries);
>>>>>>> app-fixes
    }

    private void addProjects() {
        ProjectReader reader = new ProjectReader(settings);
        Map<ProjectName, ProjectReader.FoundProject> projects = reader.found();
        projects.forEach((name, project) -> {
            String path = "projects." + name;
            entries.add(entry(path + ".app-id", project.appId()));
            for (int i = 0; i < project.certificates().size(); i++) {
                entries.add(new Entry(
                        path + ".certificates[" + i + "]",
                        HIDDEN,
                        project.certificates().get(i).origin()));
            }
        });
        Found<ProjectName> meant = reader.meant(projects);
        entries.add(entry(Key.TOKEN_PROJECT.title(), meant));
        IssuingDefaults defaults = config.issuingDefaults(meant.value());
        add(Key.TOKEN_FORMAT, defaults.format());
        add(Key.TOKEN_EXPIRE, seconds(defaults.lifetime()));
    }

<<<<<<< HEAD
    private void addServer(boolean guarded) {
        ServerConfig server = config.server();
        entries.add(new Entry(
                Key.PORT.title(),
                Integer.toString(server.port()),
                config.portSetting().map(Setting::title).orElse(DEFAULT)));
        add(Key.HOST, server.hostFor(guarded));
        add(Key.ALLOW_OPEN, server.open());
        add(Key.CONSOLE, server.console());
        add(Key.CORS_ALLOW_ORIGIN, origins(server.allowedOrigins()));
        add(Key.LOG_FORMAT, server.logFormat());
        addTransport(server.transport());
        addAudit(guarded);
    }

    private void addAudit(boolean guarded) {
        AuditConfig audit = config.audit();
        add(Key.AUDIT_FILE, audit.file().map(Path::toString).orElse(NONE));
        add(Key.AUDIT_LOG, audit.logsFor(guarded));
        add(Key.AUDIT_ON_FAILURE, audit.required() ? "refuse" : "continue");
    }

    private void addTransport(TransportConfig transport) {
        add(Key.MAX_CONNECTIONS, transport.limits().connections());
        add(Key.MAX_REQUESTS, transport.limits().requests());
        add(Key.MAX_QUEUE, transport.limits().queue());
        add(Key.REQUEST_TIMEOUT, seconds(transport.limits().arrival()));
        add(Key.IDLE_TIMEOUT, seconds(transport.limits().idle()));
        add(Key.STOP_DELAY, seconds(transport.stopTimes().delay()));
        add(Key.STOP_DEADLINE, seconds(transport.stopTimes().deadline()));
        Optional<TlsFiles> tls = transport.tls();
        add(
                Key.TLS_CERTIFICATE,
                tls.map(TlsFiles::certificate).map(Path::toString).orElse(NONE));
        add(Key.TLS_KEY, tls.map(TlsFiles::key).map(Path::toString).orElse(NONE));
        add(
                Key.TLS_CLIENT_CA,
                tls.flatMap(TlsFiles::clientAuthority).map(Path::toString).orElse(NONE));
        add(
                Key.TLS_CLIENT_AUTH,
                tls.filter(TlsFiles::clientMust).map(files -> "need").orElse("want"));
    }

    private void addCaller(ConfiguredCaller caller, TokenFormat usual) {
        entries.add(new Entry(
                "callers." + caller.name(),
                caller.description(),
                caller.origin(),
                caller.warning(usual).orElse(null)));
=======
    private void addCaller(ConfiguredCaller caller) {
        entries.add(new Entry("callers." + caller.name(), caller.description(), caller.origin()));
>>>>>>> app-fixes
    }

    private static String seconds(Lifetime lifetime) {
        return lifetime.seconds() + "s";
    }

    private void add(Key key, Object value) {
        Optional<Setting> setting = key == Key.PORT ? config.portSetting() : settings.first(key);
        entries.add(new Entry(
                key.title(), value.toString(), setting.map(Setting::title).orElse(DEFAULT)));
    }

    private static Entry entry(String name, Found<?> found) {
        return new Entry(name, found.value().toString(), found.origin());
    }
}
