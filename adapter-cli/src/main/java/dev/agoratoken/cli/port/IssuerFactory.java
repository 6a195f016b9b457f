package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.TokenIssuer;

/** Gives the issuer of the project that is configured; called only by commands that make tokens. */
@FunctionalInterface
public interface IssuerFactory {
    /**
     * Reads the configuration and opens the project.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or wrong
     */
    TokenIssuer create(ConfigOverrides configOverrides);
}
