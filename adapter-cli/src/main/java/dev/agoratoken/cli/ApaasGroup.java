package dev.agoratoken.cli;

import picocli.CommandLine.Command;

@Command(
        description = "Makes a token for Flexible Classroom (APaaS, formerly Education).",
        customSynopsis = {
            "agora-token apaas room-user ROOM USER --room-role N " + IssuingOptions.SYNOPSIS,
            "agora-token apaas user USER " + IssuingOptions.SYNOPSIS,
            "agora-token apaas app " + IssuingOptions.SYNOPSIS
        },
        footer = "agora-token apaas room-user class-7 alice --room-role 2")
final class ApaasGroup {}
