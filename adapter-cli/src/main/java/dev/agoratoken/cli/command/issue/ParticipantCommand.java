package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.ParticipantOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Service;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** Issues one token with RTC, Signaling and a service that needs both. */
abstract class ParticipantCommand implements CliCommand {
    private final CommandContext commandContext;
    private final BiFunction<Rtc, RtmUserId, List<Service>> combination;

    @Mixin
    private final ParticipantOptions participant = new ParticipantOptions();

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ParticipantCommand(CommandContext commandContext, BiFunction<Rtc, RtmUserId, List<Service>> combination) {
        this.commandContext = commandContext;
        this.combination = combination;
    }

    @Override
    public final int run() {
        Rtc rtc = participant.rtc(issuing.wildcards());
        return issuing.issue(commandContext, combination.apply(rtc, participant.rtmUser(rtc.user())));
    }
}
