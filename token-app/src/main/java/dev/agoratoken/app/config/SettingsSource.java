package dev.agoratoken.app.config;

import dev.agoratoken.app.process.Environment;
import dev.agoratoken.cli.port.Overrides;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the settings in their order: command line, environment, {@code .env} in the working directory, and the
 * configuration file.
 */
public final class SettingsSource {
    private static final String CONFIG_VARIABLE = "AGORA_TOKEN_CONFIG";

    private final Environment environment;
    private final StandardInput in;

    public SettingsSource(Environment environment) {
        this.environment = environment;
        this.in = new StandardInput(environment.in());
    }

    public Settings load(Overrides overrides) {
        return load(overrides, new ReadFiles());
    }

    /** The same, with all files read through those. */
    public Settings load(Overrides overrides, ReadFiles files) {
        Map<String, String> options = new HashMap<>();
        overrides.appId().ifPresent(appId -> options.put("APP_ID", appId));
        overrides.certFile().ifPresent(file -> options.put("APP_CERTIFICATE_FILE", file));
        Map<String, String> dotEnv = DotEnvFile.read(inWorkingDirectory(".env"), files);
        return new Settings(
                List.of(
                        Source.named("command line", options),
                        Source.named("environment", environment.variables()),
                        Source.named(".env", dotEnv)),
                configFile(overrides, dotEnv, files),
                new CertificateFiles(environment.workingDirectory(), in, files));
    }

    private Optional<ConfigFile> configFile(Overrides overrides, Map<String, String> dotEnv, ReadFiles files) {
        Optional<String> named = overrides
                .configFile()
                .or(() -> Optional.ofNullable(environment.variables().get(CONFIG_VARIABLE)))
                .or(() -> Optional.ofNullable(dotEnv.get(CONFIG_VARIABLE)))
                .filter(name -> !name.isBlank());
        Optional<ConfigFile> file = ConfigFile.read(inWorkingDirectory(named.orElse(ConfigFile.DEFAULT_NAME)), files);
        if (named.isPresent() && file.isEmpty()) {
            throw new InvalidValueException(
                    "config",
                    "there is no file " + Received.quoted(named.get()),
                    "name an existing configuration file with --config or " + CONFIG_VARIABLE);
        }
        return file;
    }

    private Path inWorkingDirectory(String name) {
        try {
            return new Folder(environment.workingDirectory()).file(name);
        } catch (InvalidValueException e) {
            throw e.as("config");
        }
    }
}
