package dev.agoratoken.cli.command;

import picocli.CommandLine.Command;

@Command(
        description = "Looks at the configuration.",
        customSynopsis = {
            "agora-token config check [--config FILE] [--as CALLER --request FILE]",
            "agora-token config show [--config FILE] [--json]"
        },
        footer = "agora-token config show")
final class ConfigGroup {}
