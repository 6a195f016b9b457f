package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.option.ServerOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.document.BanDocument;
import dev.agoratoken.issuing.policy.ban.BanId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        description = "Show a ban, and the state of its rule at Agora.",
        customSynopsis = "agora-token ban show ID [--server URL] [--json]",
        footer = "agora-token ban show 4fzXqHkL")
final class ShowBanCommand implements CliCommand {
    private final CommandContext commandContext;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of the ban.")
    private String id;

    @Mixin
    private final ServerOption server = new ServerOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ShowBanCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        BanId banId = BanId.of(id);
        BanDocument ban =
                commandContext.ports().bans().connect(server.address()).find(banId);
        if (json.isPresent()) {
            commandContext.printJson(ban);
        } else {
            BanFormatter.lines(ban).forEach(commandContext.out()::println);
        }
        return ExitCodes.DONE;
    }
}
