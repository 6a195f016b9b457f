package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.ParticipantOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.service.Rtc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Makes a token for Conversational AI, with RTC and Signaling.",
        customSynopsis = "agora-token convoai " + ParticipantOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token convoai testing --uid 1234")
final class ConvoAiCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final ParticipantOptions participant = new ParticipantOptions();

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ConvoAiCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Rtc rtc = participant.rtc(issuing.wildcards());
        return issuing.issue(commandContext, ServiceCombinations.convoAi(rtc, participant.rtmUser(rtc.user())));
    }
}
