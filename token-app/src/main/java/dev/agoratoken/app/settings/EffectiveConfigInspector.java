package dev.agoratoken.app.settings;

import dev.agoratoken.app.agora.AgoraRestReader;
import dev.agoratoken.app.callers.CallerConfigReader;
import dev.agoratoken.app.callers.ConfiguredCaller;
import dev.agoratoken.app.config.IgnoredVariable;
import dev.agoratoken.app.config.ResolvedSettings;
import dev.agoratoken.app.config.SettingKey;
import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.app.config.Sourced;
import dev.agoratoken.app.log.EventLog;
import dev.agoratoken.app.login.JwksProvider;
import dev.agoratoken.app.projects.ProjectConfigReader;
import dev.agoratoken.app.projects.ProjectConfigReader.ResolvedProject;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.issuing.ProjectName;
import dev.agoratoken.token.FieldName;
import dev.agoratoken.token.TokenFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The effective configuration with the source of each value. Secrets are not in it. */
public final class EffectiveConfigInspector implements ConfigInspector {
    private static final String HIDDEN = "(hidden)";

    private final SettingsLoader settings;

    public EffectiveConfigInspector(SettingsLoader settings) {
        this.settings = settings;
    }

    @Override
    public List<Entry> read(ConfigOverrides configOverrides) {
        return entries(settings.load(configOverrides));
    }

    @Override
    public List<Entry> check(ConfigOverrides configOverrides) {
        return checkedEntries(settings.load(configOverrides));
    }

    /** @throws dev.agoratoken.token.InvalidValueException at the first setting that is missing or invalid */
    static List<Entry> entries(ResolvedSettings resolvedSettings) {
        return entries(resolvedSettings, callers(resolvedSettings), StartupConfig.read(resolvedSettings));
    }

    /** @throws dev.agoratoken.token.InvalidValueException as above, or if the server would not start */
    static List<Entry> checkedEntries(ResolvedSettings resolvedSettings) {
        List<ConfiguredCaller> callers = callers(resolvedSettings);
        StartupConfig start = StartupConfig.read(resolvedSettings);
        start.check(!callers.isEmpty());
        return entries(resolvedSettings, callers, start);
    }

    private static List<ConfiguredCaller> callers(ResolvedSettings resolvedSettings) {
        JwksProvider noKeys = new JwksProvider(Duration.ZERO, InstantSource.system(), EventLog.NONE);
        return new CallerConfigReader(resolvedSettings, new ConfigReader(resolvedSettings).projects(), noKeys).read();
    }

    private static List<Entry> entries(
            ResolvedSettings resolvedSettings, List<ConfiguredCaller> callers, StartupConfig start) {
        List<Entry> entries = new ArrayList<>(projects(resolvedSettings));
        for (SettingKey<?> key : List.of(SettingKey.TOKEN_FORMAT, SettingKey.TOKEN_EXPIRE)) {
            entries.add(new Entry(key.label(), resolvedSettings.shown(key), resolvedSettings.origin(key)));
        }
        TokenFormat defaultFormat = resolvedSettings.value(SettingKey.TOKEN_FORMAT);
        callers.forEach(caller -> entries.add(new Entry(
                "callers." + caller.name(),
                caller.description(),
                caller.origin(),
                caller.warning(defaultFormat).orElse(null))));
        start.values(!callers.isEmpty())
                .forEach((key, value) -> entries.add(new Entry(key.label(), value, resolvedSettings.origin(key))));
        IgnoredVariable.in(resolvedSettings)
                .forEach(ignored -> entries.add(new Entry(
                        ignored.name(), "(ignored)", ignored.origin(), "unknown variable; " + ignored.remedy())));
        return List.copyOf(entries);
    }

    private static List<Entry> projects(ResolvedSettings resolvedSettings) {
        ProjectConfigReader reader = new ProjectConfigReader(resolvedSettings);
        Map<ProjectName, ResolvedProject> projects = reader.resolve();
        List<Entry> entries = new ArrayList<>();
        Map<FieldName, String> warnings = reader.ignoredFiles();
        Map<ProjectName, AgoraRestReader.Resolved> access =
                new AgoraRestReader(resolvedSettings).resolve(reader.read());
        projects.forEach((name, project) -> {
            String path = "projects." + name;
            entries.add(entry(path + ".app-id", project.appId()));
            for (int i = 0; i < project.certificates().size(); i++) {
                FieldName field = project.certificates().get(i).field();
                entries.add(
                        new Entry(path + ".certificates[" + i + "]", HIDDEN, field.toString(), warnings.get(field)));
            }
            Optional.ofNullable(access.get(name)).ifPresent(rest -> entries.addAll(agoraRest(path, rest)));
        });
        entries.add(entry(SettingKey.TOKEN_PROJECT.label(), reader.defaultProject(projects)));
        return entries;
    }

    private static List<Entry> agoraRest(String path, AgoraRestReader.Resolved rest) {
        return List.of(
                entry(path + ".agora-rest.customer-id", rest.customerId()),
                new Entry(
                        path + ".agora-rest.customer-secret",
                        HIDDEN,
                        rest.customerSecret().origin()),
                entry(path + ".agora-rest.host", rest.host()));
    }

    private static Entry entry(String name, Sourced<?> sourced) {
        return new Entry(name, sourced.value().toString(), sourced.origin());
    }
}
