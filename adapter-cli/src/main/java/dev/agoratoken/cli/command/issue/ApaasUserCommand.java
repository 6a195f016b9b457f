package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ApaasUuid;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = "Issue a token for a Flexible Classroom user, without a room.",
        customSynopsis = "${COMMAND-FULL-NAME} USER " + IssuingOptions.SYNOPSIS,
        footer = "${COMMAND-FULL-NAME} alice")
final class ApaasUserCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "USER", description = "The UUID of the user, 1 to 64 bytes.")
    private String user;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.APAAS);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ApaasUserCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        ApaasUuid userUuid = ArgumentParsers.parse("user", user, ApaasUuid::of);
        Apaas apaas = privileges
                .named()
                .map(named -> new Apaas(
                        Optional.empty(), Optional.of(userUuid), Optional.empty(), named.of(Apaas.Privilege.class)))
                .orElseGet(() -> Apaas.user(userUuid));
        return issuing.issue(commandContext, List.of(apaas));
    }
}
