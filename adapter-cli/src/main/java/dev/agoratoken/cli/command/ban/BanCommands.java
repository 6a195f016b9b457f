package dev.agoratoken.cli.command.ban;

import dev.agoratoken.cli.terminal.CommandEntry;
import java.util.List;

/** The commands for bans. */
public final class BanCommands {
    public static final List<CommandEntry> ENTRIES = List.of(
            new CommandEntry("ban", commandContext -> new BanGroup()),
            new CommandEntry("ban add", AddBanCommand::new),
            new CommandEntry("ban list", ListBansCommand::new),
            new CommandEntry("ban show", ShowBanCommand::new),
            new CommandEntry("ban lift", LiftBanCommand::new));

    private BanCommands() {}
}
