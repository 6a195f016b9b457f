package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.port.ConfigInspector.Entry;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.TextTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        description = "Show the configuration in effect and the source of each value.",
        customSynopsis = "agora-token config show [--config FILE] [--json]",
        footer = "agora-token config show")
final class ConfigShowCommand implements CliCommand {
    private final CommandContext commandContext;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    ConfigShowCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        List<Entry> entries = commandContext.ports().config().read(config.overrides());
        if (json.isPresent()) {
            commandContext.printJson(entries);
        } else {
            TextTable.lines(entries.stream()
                            .map(entry -> List.of(entry.name(), entry.value(), entry.origin()))
                            .toList())
                    .forEach(commandContext.out()::println);
        }
        return ExitCodes.DONE;
    }
}
