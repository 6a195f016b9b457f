package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.SettingsSource;
import dev.agoratoken.cli.port.ConfigSource;
import dev.agoratoken.cli.port.Overrides;
import java.util.List;

/** The configuration as {@link ConfigReport} tells it, read when it is asked for. */
public record ReportedConfig(SettingsSource settings) implements ConfigSource {
    @Override
    public List<Entry> read(Overrides overrides) {
        return ConfigReport.of(settings.load(overrides));
    }

    @Override
    public List<Entry> check(Overrides overrides) {
        return ConfigReport.checked(settings.load(overrides));
    }
}
