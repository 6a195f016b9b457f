package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.service.Fpa;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Issue a token for Full-Path Acceleration (FPA).",
        customSynopsis = "agora-token fpa " + IssuingOptions.SYNOPSIS,
        footer = "agora-token fpa")
final class FpaCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.FPA);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    FpaCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Fpa fpa = privileges
                .named()
                .map(named -> new Fpa(named.of(Fpa.Privilege.class)))
                .orElseGet(Fpa::login);
        return issuing.issue(commandContext, List.of(fpa));
    }
}
