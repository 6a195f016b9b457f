package dev.agoratoken.cli.command.ban;

import picocli.CommandLine.Command;

@Command(
        description = "Ban users and channels on a running server, and lift bans.",
        customSynopsis = "agora-token ban add|list|show|lift [OPTIONS]",
        footer = "agora-token ban add --channel class-1 --uid 1234 --for 24h")
final class BanGroup {}
