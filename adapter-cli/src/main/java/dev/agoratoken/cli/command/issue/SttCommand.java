package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ChannelOptions;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import picocli.CommandLine.Command;

@Command(
        description = "Issue a token for Speech-to-Text, with RTC and Signaling.",
        customSynopsis = "agora-token stt " + ChannelOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token stt testing --uid 1234")
final class SttCommand extends ParticipantCommand {
    SttCommand(CommandContext commandContext) {
        super(commandContext, ServiceCombinations::stt);
    }
}
