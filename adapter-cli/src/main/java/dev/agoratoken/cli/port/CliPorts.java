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
        IssuerFactory issuers,
        VerifierFactory verifiers,
        ConfigInspector config,
        PolicySimulator policies,
        Supplier<ApiKey> keys,
        ServerLauncher serve,
        ProcessControl processControl,
        InstantSource clock) {}
