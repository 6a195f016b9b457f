package dev.agoratoken.cli.option;

import dev.agoratoken.cli.port.ConfigOverrides;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --config} of every command that reads the configuration. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The configuration file (default: AGORA_TOKEN_CONFIG, or agora-token.yaml in the current folder).",
            order = 165)
    private @Nullable String file;

    public Optional<String> file() {
        if (file != null && file.isBlank()) {
            throw new InvalidValueException("config", "must not be empty", "name the configuration file");
        }
        return Optional.ofNullable(file);
    }

    /** Overrides the configuration file only. */
    public ConfigOverrides overrides() {
        return new ConfigOverrides(Optional.empty(), Optional.empty(), file());
    }
}
