package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import picocli.CommandLine.Command;

@Command(
        description = "Issue a token for Chat, for a user or for the app.",
        customSynopsis = {
            "agora-token chat user USER " + IssuingOptions.SYNOPSIS,
            "agora-token chat app " + IssuingOptions.SYNOPSIS
        },
        footer = "agora-token chat user alice")
final class ChatGroup {}
