package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.TokenIssuer;

/** Creates the issuer for the configured projects. Called only by commands that issue tokens. */
@FunctionalInterface
public interface IssuerFactory {
    /**
     * Reads the configuration and creates an issuer.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or invalid
     */
    TokenIssuer create(ConfigOverrides configOverrides);
}
