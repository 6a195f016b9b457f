package dev.agoratoken.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script for fish, generated from the commands. */
public final class FishCompletion {
    private final CommandLine program;
    private final String helpCommand;
    private final List<String> lines = new ArrayList<>();

    public FishCompletion(CommandLine program, String helpCommand) {
        this.program = program;
        this.helpCommand = helpCommand;
    }

    public String script() {
        lines.add("# Completes agora-token in fish.");
        lines.add("complete -c agora-token -f");
        describe(program, "__fish_use_subcommand");
        nameCommands(program, "__fish_seen_subcommand_from " + helpCommand);
        program.getSubcommands().forEach((name, command) -> {
            String seen = "__fish_seen_subcommand_from " + name;
            String words = String.join(" ", command.getSubcommands().keySet());
            describe(command, words.isEmpty() ? seen : seen + "; and not __fish_seen_subcommand_from " + words);
            command.getSubcommands()
                    .forEach((word, inner) -> options(inner, seen + "; and __fish_seen_subcommand_from " + word));
        });
        return String.join("\n", lines) + "\n";
    }

    /** Adds the commands of a group and its options under this condition. */
    private void describe(CommandLine group, String condition) {
        nameCommands(group, condition);
        options(group, condition);
    }

    private void nameCommands(CommandLine group, String condition) {
        group.getSubcommands()
                .forEach((name, command) -> add(
                        condition,
                        "-a " + name,
                        command.getCommandSpec().usageMessage().description()));
    }

    private void options(CommandLine command, String condition) {
        CompletionModel completionModel = new CompletionModel(command.getCommandSpec());
        for (OptionSpec option : completionModel.options()) {
            StringBuilder arguments = new StringBuilder();
            for (String name : option.names()) {
                arguments
                        .append(name.startsWith("--") ? "-l " : "-s ")
                        .append(name.replaceFirst("^-+", ""))
                        .append(' ');
            }
            if (CompletionModel.takesValue(option)) {
                arguments
                        .append(CompletionModel.takesFile(option) ? "-r -F" : "-x")
                        .append(values(completionModel.values(option)));
            }
            add(condition, arguments.toString().strip(), option.description());
        }
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            List<String> candidates = CompletionModel.candidates(parameter);
            if (!candidates.isEmpty()) {
                add(condition, values(candidates).strip(), parameter.description());
            }
        }
    }

    private static String values(List<String> values) {
        return values.isEmpty() ? "" : " -a '" + String.join(" ", values) + "'";
    }

    private void add(String condition, String arguments, String[] description) {
        String escaped = description.length == 0
                ? ""
                : description[0].replace("\\", "\\\\").replace("'", "\\'");
        lines.add("complete -c agora-token -n '" + condition + "' " + arguments + " -d '" + escaped + "'");
    }
}
