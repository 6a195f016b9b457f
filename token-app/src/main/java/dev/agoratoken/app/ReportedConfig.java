package dev.agoratoken.app;

import dev.agoratoken.cli.ConfigSource;
import dev.agoratoken.cli.Overrides;
import java.util.List;

/** The configuration as {@link ConfigReport} tells it, read when it is asked for. */
record ReportedConfig(SettingsSource settings) implements ConfigSource {
    @Override
    public List<Entry> read(Overrides overrides) {
        return ConfigReport.of(settings.load(overrides));
    }

    @Override
    public List<Entry> check(Overrides overrides) {
        return ConfigReport.checked(settings.load(overrides));
    }
}
