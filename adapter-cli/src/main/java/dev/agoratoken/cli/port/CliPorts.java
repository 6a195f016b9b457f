package dev.agoratoken.cli.port;

import dev.agoratoken.issuing.policy.caller.ApiKey;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the commands need from the application.
 *
 * @param keys creates a new random API key on each call
 */
public record CliPorts(
        IssuerFactory issuers,
        VerifierFactory verifiers,
        ConfigInspector config,
        PolicySimulator policies,
        Supplier<ApiKey> keys,
        BanServerFactory bans,
        ServerLauncher serve,
        ProcessControl processControl,
        InstantSource clock) {}
