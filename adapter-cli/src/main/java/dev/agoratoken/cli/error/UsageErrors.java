package dev.agoratoken.cli.error;

import dev.agoratoken.text.DidYouMean;
import dev.agoratoken.text.Printable;
import dev.agoratoken.token.InvalidValueException;
import java.util.Arrays;
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

/** Translates the parser's exceptions to the form of our messages: field, problem, remedy. */
public final class UsageErrors {
    private UsageErrors() {}

    public static InvalidValueException of(ParameterException failure) {
        String help = "see '" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), failure.getCommandLine(), help);
        }
        if (failure instanceof MissingParameterException missing) {
            return missing(missing, help);
        }
        if (failure instanceof OverwrittenOptionException repeated) {
            return new InvalidValueException(name(repeated.getOverwritten()), "given twice", "give it once");
        }
        // The parser's message would repeat the value, which may be a secret.
        String field = failure.getArgSpec() == null ? "argument" : name(failure.getArgSpec());
        return new InvalidValueException(field, "invalid value", help);
    }

    /** Names what is missing, or a mistyped option, which is the likely reason. */
    private static InvalidValueException missing(MissingParameterException failure, String help) {
        CommandLine command = failure.getCommandLine();
        Optional<String> mistyped = command.getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .findFirst();
        if (mistyped.isPresent()) {
            return unmatched(mistyped.get(), command, help);
        }
        ArgSpec argument = failure.getMissing().get(0);
        return argument instanceof OptionSpec option
                ? new InvalidValueException(
                        name(option),
                        isGiven(option, command) ? "missing value" : "missing",
                        "use " + option.longestName() + "=" + option.paramLabel())
                : new InvalidValueException(name(argument), "missing", "give " + argument.paramLabel() + ", " + help);
    }

    private static boolean isGiven(OptionSpec option, CommandLine command) {
        return command.getParseResult().originalArgs().stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .anyMatch(Arrays.asList(option.names())::contains);
    }

    private static InvalidValueException unmatched(String argument, CommandLine command, String help) {
        CommandSpec spec = command.getCommandSpec();
        if (argument.startsWith("-")) {
            return unknownOption(argument.replaceFirst("=.*", ""), spec, help);
        }
        if (!command.getSubcommands().isEmpty()) {
            return unknown("command", argument, spec, command.getSubcommands().keySet(), help);
        }
        return new InvalidValueException("argument", "unexpected argument " + Printable.quote(argument), help);
    }

    private static InvalidValueException unknownOption(String option, CommandSpec command, String help) {
        Optional<String> argument = command.positionalParameters().stream()
                .map(ArgSpec::paramLabel)
                .filter(label -> option.equals("--" + label.toLowerCase(Locale.ROOT)))
                .findFirst();
        return argument.map(label -> new InvalidValueException(
                        "option",
                        "unknown option " + Printable.quote(option) + ": " + label + " is an argument",
                        "give the " + label.toLowerCase(Locale.ROOT) + " alone"))
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
                    kind, Printable.quote(typed) + " comes after --, so it is read as a name", "move it before the --");
        }
        return new InvalidValueException(
                kind,
                "unknown " + kind + " " + Printable.quote(typed) + " for '" + command.qualifiedName() + "'",
                DidYouMean.of(typed, known).orElse(otherwise));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel().toLowerCase(Locale.ROOT);
    }
}
