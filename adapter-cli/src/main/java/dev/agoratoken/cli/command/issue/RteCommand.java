package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ChannelOptions;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.ParticipantOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.document.IssuedTokenDocument;
import dev.agoratoken.issuing.IssuedToken;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.issuing.TokenIssuer;
import dev.agoratoken.issuing.TokenRequest;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.TokenFormat;
import dev.agoratoken.token.service.Role;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Issue tokens for RTC and Signaling (RTM), or one for both.",
        customSynopsis = "agora-token rte " + ChannelOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = {"agora-token rte testing --uid 1234", "agora-token rte testing --uid 1234 --rtm-user alice --single"})
final class RteCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final ParticipantOptions participant = new ParticipantOptions();

    @Option(names = "--single", description = "Issue one token for both services.", order = 20)
    private boolean single;

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    RteCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Rtc rtc = participant.rtc(issuing.wildcards());
        RtmUserId userId = participant.rtmUser(rtc.user());
        return single
                ? issuing.issue(commandContext, ServiceCombinations.rtcWithRtm(rtc, userId))
                : issueBoth(rtc, userId, participant.role());
    }

    private int issueBoth(Rtc rtc, RtmUserId userId, Role role) {
        TokenRequest rtcRequest = issuing.request(List.of(rtc));
        TokenIssuer issuer = commandContext.ports().issuers().create(issuing.overrides());
        List<Service> signaling = issuer.formatOf(rtcRequest) == TokenFormat.V006
                // Format 006 holds one service, so the token cannot also grant a stream channel.
                ? List.of(Rtm.login(userId))
                : ServiceCombinations.streamChannel(userId, rtc.channel(), role == Role.PUBLISHER);
        print(issuer.issue(rtcRequest), issuer.issue(issuing.request(signaling)));
        return ExitCodes.DONE;
    }

    private void print(IssuedToken rtcToken, IssuedToken rtmToken) {
        if (issuing.isJson()) {
            Map<String, IssuedTokenDocument> both = new LinkedHashMap<>();
            both.put("rtcToken", IssuedTokenDocument.from(rtcToken));
            both.put("rtmToken", IssuedTokenDocument.from(rtmToken));
            commandContext.printJson(both);
        } else {
            commandContext.out().println("rtcToken=" + rtcToken.text());
            commandContext.out().println("rtmToken=" + rtmToken.text());
        }
    }
}
