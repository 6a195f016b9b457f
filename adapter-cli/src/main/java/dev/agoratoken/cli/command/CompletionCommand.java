package dev.agoratoken.cli.command;

import dev.agoratoken.cli.completion.BashCompletion;
import dev.agoratoken.cli.completion.FishCompletion;
import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Print a completion script for bash, zsh or fish.",
        customSynopsis = "agora-token completion bash|zsh|fish",
        footer = {
            "source <(agora-token completion bash)",
            "agora-token completion fish >~/.config/fish/completions/agora-token.fish"
        })
final class CompletionCommand implements CliCommand {
    private final CommandContext commandContext;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "bash, zsh or fish.")
    private String shell;

    CompletionCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        CommandLine program = spec.root().commandLine();
        String script = ArgumentParsers.choice("shell", shell, Shells.NAMES).equals("fish")
                ? new FishCompletion(program, HelpCommand.NAME).script()
                : new BashCompletion(program, HelpCommand.NAME).script();
        commandContext.out().print(script);
        commandContext.out().flush();
        return ExitCodes.DONE;
    }

    /** The supported shells. */
    static final class Shells implements Iterable<String> {
        private static final List<String> NAMES = List.of("bash", "zsh", "fish");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
