package dev.agoratoken.cli.completion;

import dev.agoratoken.cli.option.PrivilegeOptions;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell may offer after the words of a command, whichever shell it is. */
record CompletionModel(CommandSpec command) {
    /** The words that may follow the command at once: the commands of a group, or what an argument can be. */
    List<String> words() {
        Stream<String> arguments =
                command.positionalParameters().stream().flatMap(argument -> candidates(argument).stream());
        return Stream.concat(command.subcommands().keySet().stream(), arguments).toList();
    }

    List<OptionSpec> options() {
        return command.options();
    }

    /** What the value of that option can be; nothing where nobody knows. */
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
