package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.ServiceCombinations;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.RtmUserId;
import dev.agoratoken.token.UserAccount;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.Rtm;
import dev.agoratoken.token.service.Service;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = "Issue a token for Signaling (RTM).",
        customSynopsis = "agora-token rtm USER [--stream-channel CHANNEL] " + IssuingOptions.SYNOPSIS,
        footer = {"agora-token rtm alice", "agora-token rtm alice --stream-channel testing"})
final class RtmCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "USER", description = "The Signaling user, 1 to 64 bytes.")
    private String user;

    @Option(
            names = "--stream-channel",
            paramLabel = "CHANNEL",
            description = "Also let the user join this stream channel and publish data in it.",
            order = 1)
    private @Nullable String streamChannel;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.RTC, ServiceType.RTM);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    RtmCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        RtmUserId userId = ArgumentParsers.rtmUser("user", user);
        return issuing.issue(
                commandContext, streamChannel == null ? login(userId) : inStreamChannel(userId, streamChannel));
    }

    private List<Service> login(RtmUserId userId) {
        return List.of(privileges
                .named(List.of(ServiceType.RTM))
                .map(named -> new Rtm(userId, named.of(Rtm.Privilege.class)))
                .orElseGet(() -> Rtm.login(userId)));
    }

    private List<Service> inStreamChannel(RtmUserId userId, String name) {
        Channel channel = issuing.wildcards().channel("stream-channel", name);
        return privileges
                .named()
                .map(named -> List.<Service>of(
                        new Rtc(channel, UserAccount.of(userId.value()), named.of(Rtc.Privilege.class)),
                        new Rtm(userId, named.of(Rtm.Privilege.class))))
                .orElseGet(() -> ServiceCombinations.streamChannel(userId, channel, true));
    }
}
