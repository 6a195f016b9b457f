package dev.agoratoken.cli;

import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Received;
import dev.agoratoken.token.Suggestion;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what the parser of the command line did not like as this product says it: field, problem, remedy. */
final class ParserComplaint {
    private ParserComplaint() {}

    static InvalidValueException of(ParameterException complaint) {
        String help = "see '" + complaint.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), complaint.getCommandLine(), help);
        }
        if (complaint instanceof MissingParameterException missing) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument instanceof OptionSpec option
                    ? new InvalidValueException(
                            name(option),
                            "the value is missing",
                            "give " + option.longestName() + "=" + option.paramLabel())
                    : new InvalidValueException(
                            name(argument), "it is missing", "give " + argument.paramLabel() + ", " + help);
        }
        if (complaint instanceof OverwrittenOptionException repeated) {
            return new InvalidValueException(name(repeated.getOverwritten()), "it is given twice", "give it once");
        }
        // The parser's own words would repeat the value, which may be a secret.
        String field = complaint.getArgSpec() == null ? "argument" : name(complaint.getArgSpec());
        return new InvalidValueException(field, "it cannot be read", help);
    }

    private static InvalidValueException unmatched(String argument, CommandLine command, String help) {
        if (argument.startsWith("-")) {
            String option = argument.replaceFirst("=.*", "");
            return new InvalidValueException(
                    "option",
                    Received.quoted(option) + " is no option of '"
                            + command.getCommandSpec().qualifiedName() + "'",
                    Suggestion.of(option, command.getCommandSpec().optionsMap().keySet())
                            .orElse(help + ", or put -- before a name that starts with '-'"));
        }
        if (!command.getSubcommands().isEmpty()) {
            return new InvalidValueException(
                    "command",
                    Received.quoted(argument) + " is no command of '"
                            + command.getCommandSpec().qualifiedName() + "'",
                    Suggestion.of(argument, command.getSubcommands().keySet()).orElse(help));
        }
        return new InvalidValueException("argument", Received.quoted(argument) + " is one too many", help);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel().toLowerCase(Locale.ROOT);
    }
}
