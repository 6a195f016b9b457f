package dev.agoratoken.cli.error;

import dev.agoratoken.token.DidYouMean;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what the parser of the command line did not like as this product says it: field, problem, remedy. */
public final class UsageErrors {
    private UsageErrors() {}

    public static InvalidValueException of(ParameterException complaint) {
        String help = "see '" + complaint.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        if (complaint instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), complaint.getCommandLine(), help);
        }
        if (complaint instanceof MissingParameterException missing) {
            return missing(missing, help);
        }
        if (complaint instanceof OverwrittenOptionException repeated) {
            return new InvalidValueException(name(repeated.getOverwritten()), "it is given twice", "give it once");
        }
        // The parser's own words would repeat the value, which may be a secret.
        String field = complaint.getArgSpec() == null ? "argument" : name(complaint.getArgSpec());
        return new InvalidValueException(field, "it cannot be read", help);
    }

    /** What is missing, unless something else was mistyped: then that is why. */
    private static InvalidValueException missing(MissingParameterException complaint, String help) {
        CommandLine command = complaint.getCommandLine();
        Optional<String> mistyped = command.getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .findFirst();
        if (mistyped.isPresent()) {
            return unmatched(mistyped.get(), command, help);
        }
        ArgSpec argument = complaint.getMissing().get(0);
        return argument instanceof OptionSpec option
                ? new InvalidValueException(
                        name(option),
                        "the value is missing",
                        "give " + option.longestName() + "=" + option.paramLabel())
                : new InvalidValueException(
                        name(argument), "it is missing", "give " + argument.paramLabel() + ", " + help);
    }

    private static InvalidValueException unmatched(String argument, CommandLine command, String help) {
        CommandSpec spec = command.getCommandSpec();
        if (argument.startsWith("-")) {
            return unknownOption(argument.replaceFirst("=.*", ""), spec, help);
        }
        if (!command.getSubcommands().isEmpty()) {
            return unknown("command", argument, spec, command.getSubcommands().keySet(), help);
        }
        return new InvalidValueException("argument", Printable.quote(argument) + " is one too many", help);
    }

    private static InvalidValueException unknownOption(String option, CommandSpec command, String help) {
        Optional<String> argument = command.positionalParameters().stream()
                .map(ArgSpec::paramLabel)
                .filter(label -> option.equals("--" + label.toLowerCase(Locale.ROOT)))
                .findFirst();
        return argument.map(label -> new InvalidValueException(
                        "option",
                        Printable.quote(option) + " is no option here, since " + label + " is an argument",
                        "write the " + label.toLowerCase(Locale.ROOT) + " alone"))
                .orElseGet(() -> unknown(
                        "option",
                        option,
                        command,
                        command.optionsMap().keySet(),
                        help + ", or put -- before a name that starts with '-'"));
    }

    private static InvalidValueException unknown(
            String kind, String typed, CommandSpec command, Set<String> known, String otherwise) {
        if (known.contains(typed)) {
            return new InvalidValueException(
                    kind, Printable.quote(typed) + " stands behind --, where it is a name", "put it before the --");
        }
        return new InvalidValueException(
                kind,
                Printable.quote(typed) + " is no " + kind + " of '" + command.qualifiedName() + "'",
                DidYouMean.of(typed, known).orElse(otherwise));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel().toLowerCase(Locale.ROOT);
    }
}
