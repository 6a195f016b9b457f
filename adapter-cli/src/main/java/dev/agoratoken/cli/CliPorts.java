package dev.agoratoken.cli;

/** What the commands need of the program around them. */
public record CliPorts(IssuerSource issuers, ConfigSource config, ServeFunction serve, Operator operator) {}
