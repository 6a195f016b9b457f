package dev.agoratoken.cli.command;

import dev.agoratoken.cli.completion.BashCompletion;
import dev.agoratoken.cli.completion.FishCompletion;
import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        description = "Prints a script that completes commands, options and their values in a shell.",
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
        commandContext
                .out()
                .print(
                        switch (shell) {
                            case "bash", "zsh" -> new BashCompletion(program, HelpCommand.NAME).script();
                            case "fish" -> new FishCompletion(program, HelpCommand.NAME).script();
                            default ->
                                throw new InvalidValueException(
                                        "shell",
                                        Printable.quote(shell) + " is no shell here",
                                        DidYouMean.among(shell, Shells.NAMES));
                        });
        commandContext.out().flush();
        return ExitCodes.DONE;
    }

    /** The shells there are scripts for. */
    static final class Shells implements Iterable<String> {
        private static final List<String> NAMES = List.of("bash", "zsh", "fish");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
