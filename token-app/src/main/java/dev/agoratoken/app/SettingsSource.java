package dev.agoratoken.app;

import dev.agoratoken.cli.Overrides;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the settings in their order: command line, environment, {@code .env} in the working directory, and the
 * configuration file.
 */
record SettingsSource(Environment environment) {
    private static final String CONFIG_VARIABLE = "AGORA_TOKEN_CONFIG";

    Settings load(Overrides overrides) {
        Map<String, String> options = new HashMap<>();
        overrides.appId().ifPresent(appId -> options.put("APP_ID", appId));
        overrides.certFile().ifPresent(file -> options.put("APP_CERTIFICATE_FILE", file));
        Map<String, String> dotEnv = DotEnvFile.read(inWorkingDirectory(".env"));
        return new Settings(
                List.of(
                        Source.named("command line", options),
                        Source.named("environment", environment.variables()),
                        Source.named(".env", dotEnv)),
                configFile(overrides, dotEnv),
                new CertificateFiles(environment.workingDirectory(), environment.in()));
    }

    private Optional<ConfigFile> configFile(Overrides overrides, Map<String, String> dotEnv) {
        Optional<String> named = overrides
                .configFile()
                .or(() -> Optional.ofNullable(environment.variables().get(CONFIG_VARIABLE)))
                .or(() -> Optional.ofNullable(dotEnv.get(CONFIG_VARIABLE)))
                .filter(name -> !name.isBlank());
        Optional<ConfigFile> file = ConfigFile.read(inWorkingDirectory(named.orElse(ConfigFile.DEFAULT_NAME)));
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
            return environment.workingDirectory().resolve(name);
        } catch (InvalidPathException e) {
            throw new InvalidValueException(
                    "config", Received.quoted(name) + " is no name of a file", "name the configuration file");
        }
    }
}
