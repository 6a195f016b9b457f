package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ServerOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.issuing.policy.ban.BanId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = "End a ban before its time. The rule at Agora is deleted, too.",
        customSynopsis = "agora-token ban lift ID [--server URL]",
        footer = "agora-token ban lift 4fzXqHkL")
final class LiftBanCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ban.")
    private String id;

    @Mixin
    private final ServerOption server = new ServerOption();

    LiftBanCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        BanId banId = BanId.of(id);
        commandContext.ports().bans().connect(server.address()).lift(banId);
        commandContext.report("lifted");
        return ExitCodes.DONE;
    }
}
