package dev.agoratoken.app.settings;

import dev.agoratoken.app.callers.CallerConfigReader;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.Setting;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.cli.port.ConfigInspector.Entry;
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

    private final ResolvedSettings resolvedSettings;
    private final ConfigReader config;
    private final List<ConfiguredCaller> callers;
    private final StartupConfig start;
    private final List<Entry> entries = new ArrayList<>();

    private ConfigReport(ResolvedSettings resolvedSettings) {
        this.resolvedSettings = resolvedSettings;
        this.config = new ConfigReader(resolvedSettings);
        this.callers = new CallerConfigReader(
                        resolvedSettings,
                        config.projects(),
                        new JwksProvider(Duration.ZERO, InstantSource.system(), EventLog.NONE))
                .read();
        this.start = StartupConfig.read(resolvedSettings);
    }

    /**
     * Reads everything.
     *
     * @throws dev.agoratoken.token.InvalidValueException at the first setting that is missing or wrong
     */
    static List<Entry> of(ResolvedSettings resolvedSettings) {
        return new ConfigReport(resolvedSettings).entries();
    }

    /**
     * Reads everything, and looks at it as the server does when it starts.
     *
     * @throws dev.agoratoken.token.InvalidValueException as above, or if the server would not start
     */
    static List<Entry> checked(ResolvedSettings resolvedSettings) {
        ConfigReport report = new ConfigReport(resolvedSettings);
        report.start.check(report.isGuarded());
        return report.entries();
    }

    private boolean isGuarded() {
        return !callers.isEmpty();
    }

    private List<Entry> entries() {
        addProjects();
        TokenFormat usual =
                config.issuingDefaults(config.projects().defaultProject()).format();
        callers.forEach(caller -> addCaller(caller, usual));
        start.values(isGuarded()).forEach(this::add);
        return List.copyOf(entries);
    }

    private void addProjects() {
        ProjectConfigReader reader = new ProjectConfigReader(resolvedSettings);
        Map<ProjectName, ProjectConfigReader.ResolvedProject> projects = reader.resolve();
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
        Sourced<ProjectName> meant = reader.defaultProject(projects);
        entries.add(entry(SettingKey.TOKEN_PROJECT.label(), meant));
        IssuingDefaults defaults = config.issuingDefaults(meant.value());
        add(SettingKey.TOKEN_FORMAT, defaults.format());
        add(SettingKey.TOKEN_EXPIRE, seconds(defaults.lifetime()));
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

    private void add(SettingKey settingKey, Object value) {
        Optional<Setting> setting =
                settingKey == SettingKey.PORT ? config.portSetting() : resolvedSettings.first(settingKey);
        entries.add(new Entry(
                settingKey.label(),
                value.toString(),
                setting.map(Setting::label).orElse(DEFAULT)));
    }

    private static Entry entry(String name, Sourced<?> sourced) {
        return new Entry(name, sourced.value().toString(), sourced.origin());
    }
}
