package dev.agoratoken.cli.port;

import java.util.Optional;

/**
 * Settings from the command line, which override all other sources.
 *
 * @param certFile the name of a file with the certificate, or {@code -} for standard input
 * @param configFile the name of the configuration file
 */
public record ConfigOverrides(Optional<String> appId, Optional<String> certFile, Optional<String> configFile) {
    /** The source of these settings in errors. */
    public static final String SOURCE = "command line";

    /** Nothing is overridden. */
    public static final ConfigOverrides NONE =
            new ConfigOverrides(Optional.empty(), Optional.empty(), Optional.empty());
}
