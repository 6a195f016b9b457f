package dev.agoratoken.cli.command;

import picocli.CommandLine.Command;

@Command(
        description = "Makes API keys for the callers of the server.",
        customSynopsis = "agora-token key new NAME [--json]",
        footer = "agora-token key new web-backend")
final class KeyGroup {}
