package dev.agoratoken.cli;

import java.time.InstantSource;

/** What the commands need of the program around them. */
public record CliPorts(
        IssuerSource issuers,
        VerifierSource verifiers,
        ConfigSource config,
        ServeFunction serve,
        Operator operator,
        InstantSource clock) {}
