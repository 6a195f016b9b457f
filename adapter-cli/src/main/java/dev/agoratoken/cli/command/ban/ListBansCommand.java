package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.BannedOptions;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.option.ServerOption;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.document.BanListDocument;
import dev.agoratoken.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "List the bans that hold now, the newest first.",
        customSynopsis = {
            "agora-token ban list [--channel C] [--uid N] [--account A] [--user U]",
            "                     [--project NAME] [--server URL] [--json]"
        },
        footer = "agora-token ban list --channel class-1")
final class ListBansCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final BannedOptions banned = new BannedOptions();

    @Mixin
    private final ServerOption server = new ServerOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ListBansCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        BanListDocument list =
                commandContext.ports().bans().connect(server.address()).list(banned.filter());
        if (json.isPresent()) {
            commandContext.printJson(list);
            return ExitCodes.DONE;
        }
        BanFormatter.table(list.bans()).forEach(commandContext.out()::println);
        if (list.bans().isEmpty()) {
            commandContext.report("no bans");
        } else if (list.more() != null) {
            commandContext.report(Printable.count(list.more(), "more ban") + "; name a channel or a user to see fewer");
        }
        return ExitCodes.DONE;
    }
}
