package dev.agoratoken.app.config;

import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads the settings of all sources in order: command line, environment, {@code .env} in the working directory, configuration
 * file.
 */
public final class SettingsLoader {
    private static final String CONFIG_VARIABLE = "AGORA_TOKEN_CONFIG";

    private final ProcessEnvironment processEnvironment;
    private final CachedStdin in;

    public SettingsLoader(ProcessEnvironment processEnvironment) {
        this.processEnvironment = processEnvironment;
        this.in = new CachedStdin(processEnvironment.in());
    }

    public ResolvedSettings load(ConfigOverrides configOverrides) {
        return load(configOverrides, new TrackedFiles());
    }

    /** The same; reads all files through these tracked files. */
    public ResolvedSettings load(ConfigOverrides configOverrides, TrackedFiles files) {
        Map<String, String> options = new HashMap<>();
        configOverrides.appId().ifPresent(appId -> options.put("APP_ID", appId));
        configOverrides.certFile().ifPresent(file -> options.put("APP_CERTIFICATE_FILE", file));
        Map<String, String> dotEnv = DotEnvFile.read(inWorkingDirectory(".env"), files);
        return new ResolvedSettings(
                List.of(
                        SettingsSource.named("command line", options),
                        SettingsSource.named("environment", processEnvironment.variables()),
                        SettingsSource.named(".env", dotEnv)),
                configFile(configOverrides, dotEnv, files),
                new CertificateFileReader(processEnvironment.workingDirectory(), in, files));
    }

    private Optional<ConfigFile> configFile(
            ConfigOverrides configOverrides, Map<String, String> dotEnv, TrackedFiles files) {
        Optional<String> named = configOverrides
                .configFile()
                .or(() -> Optional.ofNullable(processEnvironment.variables().get(CONFIG_VARIABLE)))
                .or(() -> Optional.ofNullable(dotEnv.get(CONFIG_VARIABLE)))
                .filter(name -> !name.isBlank());
        Optional<ConfigFile> file = ConfigFile.read(inWorkingDirectory(named.orElse(ConfigFile.DEFAULT_NAME)), files);
        if (named.isPresent() && file.isEmpty()) {
            throw new InvalidValueException(
                    "config",
                    "file " + Printable.quote(named.get()) + " not found",
                    "name an existing configuration file with --config or " + CONFIG_VARIABLE);
        }
        return file;
    }

    private Path inWorkingDirectory(String name) {
        try {
            return new BaseDirectory(processEnvironment.workingDirectory()).file(name);
        } catch (InvalidValueException e) {
            throw e.withField("config");
        }
    }
}
