package dev.agoratoken.cli.option;

import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the configuration is, for every command that reads it. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration file (default: AGORA_TOKEN_CONFIG, else ./agora-token.yaml if it is there).",
            order = 165)
    private String file;

    public Optional<String> file() {
        if (file != null && file.isBlank()) {
            throw new InvalidValueException("config", "it is empty", "name the configuration file");
        }
        return Optional.ofNullable(file);
    }

    /** Nothing is overridden but the place of the file. */
    public ConfigOverrides overrides() {
        return new ConfigOverrides(Optional.empty(), Optional.empty(), file());
    }
}
