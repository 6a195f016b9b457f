package dev.agoratoken.cli.command.issue;

import dev.agoratoken.cli.option.IssuingOptions;
import dev.agoratoken.cli.option.PrivilegeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.service.Apaas;
import dev.agoratoken.token.service.ServiceType;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Issue an app token for the REST API of Flexible Classroom.",
        customSynopsis = "${COMMAND-FULL-NAME} " + IssuingOptions.SYNOPSIS,
        footer = "${COMMAND-FULL-NAME} --expire 10m")
final class ApaasAppCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final PrivilegeOptions privileges = new PrivilegeOptions(ServiceType.APAAS);

    @Mixin
    private final IssuingOptions issuing = new IssuingOptions();

    ApaasAppCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        Apaas app = privileges
                .named()
                .map(named -> new Apaas(
                        Optional.empty(), Optional.empty(), Optional.empty(), named.of(Apaas.Privilege.class)))
                .orElseGet(Apaas::app);
        return issuing.issue(commandContext, List.of(app));
    }
}
