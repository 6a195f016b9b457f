package dev.agoratoken.cli.command;

import picocli.CommandLine.Command;

@Command(
        description = "Create API keys for callers of the server.",
        customSynopsis = "agora-token key new NAME [--json]",
        footer = "agora-token key new web-backend")
final class KeyGroup {}
