package dev.agoratoken.cli.command;

import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Print the help of a command.",
        customSynopsis = "agora-token help [COMMAND]",
        footer = "agora-token help chat user")
final class HelpCommand implements CliCommand {
    static final String NAME = "help";

    private final CommandContext commandContext;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, one or two words.")
    private @Nullable List<String> words;

    HelpCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        CommandLine command = words == null ? spec.root().commandLine() : namedCommand(words);
        command.usage(commandContext.out(), command.getColorScheme());
        return ExitCodes.DONE;
    }

    /** The command under the name or alias that the user typed. */
    private CommandLine namedCommand(List<String> path) {
        CommandLine command = CommandRegistry.parserFor(path.toArray(String[]::new), commandContext, "");
        for (String word : path) {
            command = subcommand(command, word);
        }
        return command;
    }

    private static CommandLine subcommand(CommandLine group, String word) {
        CommandLine command = group.getSubcommands().get(word);
        if (command == null) {
            throw new InvalidValueException(
                    "command",
                    "unknown command " + Printable.quote(word),
                    DidYouMean.of(word, group.getSubcommands().keySet())
                            .orElse("see '" + group.getCommandSpec().qualifiedName() + " --help'"));
        }
        return command;
    }
}
