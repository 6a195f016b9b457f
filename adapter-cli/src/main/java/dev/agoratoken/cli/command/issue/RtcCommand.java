package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ChannelOptions;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.option.RoleOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.Channel;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.User;
import dev.agoratoken.token.service.Rtc;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Issue a token for voice and video (RTC).",
        customSynopsis = "agora-token rtc " + ChannelOptions.SYNOPSIS + " " + IssuingOptions.SYNOPSIS,
        footer = {
            "agora-token rtc testing --uid 1234",
            "TOKEN=$(agora-token rtc testing --account alice --role subscriber)"
        })
final class RtcCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final ChannelOptions channel = new ChannelOptions();

    @Mixin
    private final RoleOption role = new RoleOption();

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.RTC);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    RtcCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        return issuing.issue(commandContext, List.of(rtc()));
    }

    private Rtc rtc() {
        if (role.isPresent() && privileges.isPresent()) {
            throw new InvalidValueException("privilege", "cannot be combined with --role", "drop one of them");
        }
        Channel name = channel.channel(issuing.wildcards());
        User user = channel.user(issuing.wildcards());
        return privileges
                .named()
                .map(named -> new Rtc(name, user, named.of(Rtc.Privilege.class)))
                .orElseGet(() -> Rtc.withRole(role.role(), name, user));
    }
}
