package dev.agoratoken.app;

import dev.agoratoken.cli.ConfigSource.Entry;
import dev.agoratoken.http.AllowedOrigins;
import dev.agoratoken.http.TlsFiles;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import java.nio.file.Path;
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
    private static final String NONE = "none";

    private final Settings settings;
    private final ConfigReader config;
    private final List<Entry> entries = new ArrayList<>();

    private ConfigReport(Settings settings) {
        this.settings = settings;
        this.config = new ConfigReader(settings);
    }

    /**
     * Reads everything.
     *
     * @throws dev.agoratoken.token.InvalidValueException at the first setting that is missing or wrong
     */
    static List<Entry> of(Settings settings) {
        ConfigReport report = new ConfigReport(settings);
        report.addProjects();
        List<ConfiguredCaller> callers = new CallerReader(
                        settings, report.config.projects(), new ProviderKeys(Duration.ZERO, InstantSource.system()))
                .read();
        callers.forEach(report::addCaller);
        report.addServer(!callers.isEmpty());
        return List.copyOf(report.entries);
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

    private void addCaller(ConfiguredCaller caller) {
        entries.add(new Entry("callers." + caller.name(), caller.description(), caller.origin()));
    }

    private static String origins(AllowedOrigins allowed) {
        if (allowed.all()) {
            return "*";
        }
        return allowed.listed().isEmpty() ? NONE : String.join(",", allowed.listed());
    }

    private static String seconds(Lifetime lifetime) {
        return lifetime.seconds() + "s";
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "s";
    }

    private void add(Key key, Object value) {
        String origin = settings.first(key).map(Setting::title).orElse(DEFAULT);
        entries.add(new Entry(key.title(), value.toString(), origin));
    }

    private static Entry entry(String name, Found<?> found) {
        return new Entry(name, found.value().toString(), found.origin());
    }
}
