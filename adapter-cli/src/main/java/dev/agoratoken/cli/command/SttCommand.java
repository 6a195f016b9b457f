package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.ParticipantOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.service.Rtc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Makes a token for Speech-to-text, with RTC and Signaling.",
        customSynopsis = "agora-token stt " + ParticipantOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = "agora-token stt testing --uid 1234")
final class SttCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final ParticipantOptions participant = new ParticipantOptions();

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    SttCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Rtc rtc = participant.rtc(issuing.wildcards());
        return issuing.issue(commandContext, ServiceCombinations.stt(rtc, participant.rtmUser(rtc.user())));
    }
}
