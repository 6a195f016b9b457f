package dev.agoratoken.app.settings;

import dev.agoratoken.app.callers.CallerReader;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.config.Found;
import dev.agoratoken.app.config.Key;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.Settings;
import dev.agoratoken.app.login.ProviderKeys;
import dev.agoratoken.app.projects.ProjectReader;
import dev.agoratoken.cli.port.ConfigSource.Entry;
import dev.agoratoken.issuing.IssuingDefaults;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.Lifetime;
import dev.agoratoken.token.TokenFormat;
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
        report.start.check(report.isGuarded());
        return report.entries();
    }

    private boolean isGuarded() {
        return !callers.isEmpty();
    }

    private List<Entry> entries() {
        addProjects();
        TokenFormat usual = config.issuingDefaults(config.projects().meant()).format();
        callers.forEach(caller -> addCaller(caller, usual));
        start.values(isGuarded()).forEach(this::add);
        return List.copyOf(entries);
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

    private void addCaller(ConfiguredCaller caller, TokenFormat usual) {
        entries.add(new Entry(
                "callers." + caller.name(),
                caller.description(),
                caller.origin(),
                caller.warning(usual).orElse(null)));
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
