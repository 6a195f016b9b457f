package dev.agoratoken.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A completion script for fish, written from the commands themselves. */
final class FishCompletion {
    private final CommandLine program;
    private final List<String> lines = new ArrayList<>();

    FishCompletion(CommandLine program) {
        this.program = program;
    }

    String script() {
        lines.add("# Completes agora-token in fish.");
        lines.add("complete -c agora-token -f");
        describe(program, "__fish_use_subcommand");
        program.getSubcommands().forEach((name, command) -> {
            String seen = "__fish_seen_subcommand_from " + name;
            String words = String.join(" ", command.getSubcommands().keySet());
            describe(command, words.isEmpty() ? seen : seen + "; and not __fish_seen_subcommand_from " + words);
            command.getSubcommands()
                    .forEach((word, inner) -> options(inner, seen + "; and __fish_seen_subcommand_from " + word));
        });
        return String.join("\n", lines) + "\n";
    }

    /** What may follow where that condition holds: the commands of a group, and the options. */
    private void describe(CommandLine group, String condition) {
        for (Map.Entry<String, CommandLine> command : group.getSubcommands().entrySet()) {
            add(
                    condition,
                    "-a " + command.getKey(),
                    command.getValue().getCommandSpec().usageMessage().description());
        }
        options(group, condition);
    }

    private void options(CommandLine command, String condition) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            StringBuilder arguments = new StringBuilder();
            for (String name : option.names()) {
                arguments
                        .append(name.startsWith("--") ? "-l " : "-s ")
                        .append(name.replaceFirst("^-+", ""))
                        .append(' ');
            }
            if (option.arity().max() > 0) {
                arguments
                        .append(option.paramLabel().equals("FILE") ? "-r -F" : "-x")
                        .append(candidates(option));
            }
            add(condition, arguments.toString().strip(), option.description());
        }
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            if (parameter.completionCandidates() != null) {
                add(condition, candidates(parameter).strip(), parameter.description());
            }
        }
    }

    private static String candidates(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? ""
                : " -a '" + String.join(" ", argument.completionCandidates()) + "'";
    }

    private void add(String condition, String arguments, String[] description) {
        String said = description.length == 0
                ? ""
                : description[0].replace("\\", "\\\\").replace("'", "\\'");
        lines.add("complete -c agora-token -n '" + condition + "' " + arguments + " -d '" + said + "'");
    }
}
