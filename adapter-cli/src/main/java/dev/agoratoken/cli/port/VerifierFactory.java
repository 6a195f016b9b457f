package dev.agoratoken.cli.port;

import dev.agoratoken.verify.Verifier;

/** Creates the verifier for the configured projects. Called only by commands that verify tokens. */
@FunctionalInterface
public interface VerifierFactory {
    /**
     * Reads the configuration, which may have no project: a token can be inspected without one.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is invalid
     */
    Verifier create(ConfigOverrides configOverrides);
}
