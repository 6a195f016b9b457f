package dev.agoratoken.app.settings;

import dev.agoratoken.app.config.SettingsLoader;
import dev.agoratoken.cli.port.ConfigInspector;
import dev.agoratoken.cli.port.ConfigOverrides;
import java.util.List;

/** The configuration as {@link ConfigReport} tells it, read when it is asked for. */
public record EffectiveConfigInspector(SettingsLoader settings) implements ConfigInspector {
    @Override
    public List<Entry> read(ConfigOverrides configOverrides) {
        return ConfigReport.of(settings.load(configOverrides));
    }

    @Override
    public List<Entry> check(ConfigOverrides configOverrides) {
        return ConfigReport.checked(settings.load(configOverrides));
    }
}
