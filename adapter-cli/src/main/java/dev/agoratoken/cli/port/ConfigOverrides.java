package dev.agoratoken.cli.port;

import java.util.Optional;

/**
 * What the command line says about the configuration; whatever it leaves open comes from elsewhere.
 *
 * @param certFile the name of a file that holds the certificate, or {@code -} for standard input
 * @param configFile the name of the configuration file
 */
public record ConfigOverrides(Optional<String> appId, Optional<String> certFile, Optional<String> configFile) {
    /** Nothing is overridden. */
    public static final ConfigOverrides NONE =
            new ConfigOverrides(Optional.empty(), Optional.empty(), Optional.empty());
}
