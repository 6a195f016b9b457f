package dev.agoratoken.cli.command;

import picocli.CommandLine.Command;

@Command(
        description = "Check or show the configuration.",
        customSynopsis = {
            "agora-token config check [--config FILE] [--as CALLER --request FILE]",
            "agora-token config show [--config FILE] [--json]"
        },
        footer = "agora-token config show")
final class ConfigGroup {}
