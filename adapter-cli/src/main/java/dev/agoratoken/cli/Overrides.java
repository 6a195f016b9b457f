package dev.agoratoken.cli;

import java.util.Optional;

/** What the command line says about the configuration; whatever it leaves open comes from elsewhere. */
public record Overrides(Optional<String> appId) {
    /** Nothing is overridden. */
    public static final Overrides NONE = new Overrides(Optional.empty());
}
