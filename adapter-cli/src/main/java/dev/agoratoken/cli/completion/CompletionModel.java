package dev.agoratoken.cli.completion;

import dev.agoratoken.cli.option.PrivilegeOptions;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completions after a command, for any shell. */
final class CompletionModel {
    private final CommandSpec command;

    CompletionModel(CommandSpec command) {
        this.command = command;
    }

    /** The words that may follow the command: the commands of a group, or the values of an argument. */
    List<String> words() {
        Stream<String> arguments =
                command.positionalParameters().stream().flatMap(argument -> candidates(argument).stream());
        return Stream.concat(command.subcommands().keySet().stream(), arguments).toList();
    }

    List<OptionSpec> options() {
        return command.options();
    }

    /** The known values of the option. */
    List<String> values(OptionSpec option) {
        return option.longestName().equals(PrivilegeOptions.NAME) ? privileges() : candidates(option);
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    static boolean takesFile(OptionSpec option) {
        return option.paramLabel().equals("FILE");
    }

    private List<String> privileges() {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(PrivilegeOptions.class::isInstance)
                .flatMap(options -> ((PrivilegeOptions) options).labels().stream())
                .map(label -> label + "=")
                .toList();
    }

    static List<String> candidates(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? List.of()
                : StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                        .toList();
    }
}
