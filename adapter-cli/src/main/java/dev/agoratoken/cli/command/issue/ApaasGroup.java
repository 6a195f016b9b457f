package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import picocli.CommandLine.Command;

@Command(
        description = "Issue a token for Flexible Classroom (APaaS).",
        customSynopsis = {
            "${COMMAND-FULL-NAME} room-user ROOM USER --room-role N " + IssuingOptions.SYNOPSIS,
            "${COMMAND-FULL-NAME} user USER " + IssuingOptions.SYNOPSIS,
            "${COMMAND-FULL-NAME} app " + IssuingOptions.SYNOPSIS
        },
        footer = "${COMMAND-FULL-NAME} room-user class-7 alice --room-role 2")
final class ApaasGroup {}
