package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.option.JsonOption;
import dev.agoratoken.cli.port.ConfigInspector.Entry;
import dev.agoratoken.cli.terminal.CommandContext;
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
            print(entries);
        }
        return ExitCodes.DONE;
    }

    private void print(List<Entry> entries) {
        int nameWidth =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        int valueWidth =
                entries.stream().mapToInt(entry -> entry.value().length()).max().orElse(0);
        entries.forEach(entry -> commandContext
                .out()
                .println(padded(entry.name(), nameWidth) + "  " + padded(entry.value(), valueWidth) + "  "
                        + entry.origin()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
