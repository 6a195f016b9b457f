package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ChannelOptions;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import picocli.CommandLine.Command;

@Command(
        description = "Issue a token for Conversational AI, with RTC and Signaling.",
        customSynopsis = "agora-token convoai " + ChannelOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token convoai testing --uid 1234")
final class ConvoAiCommand extends ParticipantCommand {
    ConvoAiCommand(CommandContext commandContext) {
        super(commandContext, ServiceCombinations::convoAi);
    }
}
