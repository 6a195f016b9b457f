package dev.agoratoken.app;

import dev.agoratoken.cli.Overrides;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the settings in their order: command line, environment, {@code .env} in the working directory. */
record SettingsSource(Map<String, String> environment, Path workingDirectory) {
    Settings load(Overrides overrides) {
        Map<String, String> options = new HashMap<>();
        overrides.appId().ifPresent(appId -> options.put("APP_ID", appId));
        return new Settings(List.of(
                new Settings.Source("command line", options),
                new Settings.Source("environment", environment),
                new Settings.Source(".env", DotEnvFile.read(workingDirectory.resolve(".env")))));
    }
}
