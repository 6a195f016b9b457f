package dev.agoratoken.app.config;

import dev.agoratoken.app.process.ProcessEnvironment;
import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loads the settings of all sources in order: command line, environment, {@code .env.local} and {@code .env} in the working
 * directory, configuration file.
 */
public final class SettingsLoader {
    static final String CONFIG_VARIABLE = "AGORA_TOKEN_CONFIG";

    /** The first one wins. */
    private static final List<String> DOT_ENV_FILES = List.of(".env.local", ".env");

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
        Map<String, Map<String, String>> variables = new LinkedHashMap<>();
        variables.put("environment", processEnvironment.variables());
        Map<String, Set<String>> dotEnvNames = new LinkedHashMap<>();
        for (String name : DOT_ENV_FILES) {
            Map<String, String> values = DotEnvFile.read(inWorkingDirectory(name), files);
            variables.put(name, values);
            dotEnvNames.put(name, values.keySet());
        }
        List<SettingsSource> sources = new ArrayList<>();
        sources.add(SettingsSource.named(ConfigOverrides.SOURCE, options));
        variables.forEach((origin, values) -> sources.add(SettingsSource.named(origin, values)));
        return new ResolvedSettings(
                sources,
                dotEnvNames,
                configFile(configOverrides, variables.values(), files),
                new CertificateFileReader(processEnvironment.workingDirectory(), in, files));
    }

    private Optional<ConfigFile> configFile(
            ConfigOverrides configOverrides, Collection<Map<String, String>> variables, TrackedFiles files) {
        Optional<String> named = configOverrides
                .configFile()
                .or(() -> variables.stream()
                        .flatMap(values -> Stream.ofNullable(values.get(CONFIG_VARIABLE)))
                        .findFirst())
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
