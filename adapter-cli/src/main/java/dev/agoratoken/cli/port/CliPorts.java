package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.policy.caller.ApiKey;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the commands need of the program around them.
 *
 * @param keys gives a new API key each time, which nobody can guess
 */
public record CliPorts(
        IssuerSource issuers,
        VerifierSource verifiers,
        ConfigSource config,
        PolicySource policies,
        Supplier<ApiKey> keys,
        ServeFunction serve,
        Operator operator,
        InstantSource clock) {}
