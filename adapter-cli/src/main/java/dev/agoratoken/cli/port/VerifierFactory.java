package dev.agoratoken.cli.port;

import dev.agoratoken.verify.Verifier;

/** Gives the verifier with the projects that are configured, if any; called only by commands that verify tokens. */
@FunctionalInterface
public interface VerifierFactory {
    /**
     * Reads the configuration. That there is no project at all is no failure: a token can be looked at without.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is wrong
     */
    Verifier create(ConfigOverrides configOverrides);
}
