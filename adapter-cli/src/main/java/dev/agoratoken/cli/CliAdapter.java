package dev.agoratoken.cli;

import dev.agoratoken.cli.command.CliCommand;
import dev.agoratoken.cli.command.CommandRegistry;
import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.error.UsageErrors;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.FailureTrackingStream;
import dev.agoratoken.token.InvalidValueException;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line: streams and arguments in, exit code out. */
public final class CliAdapter {
    private final CliPorts ports;
    private final String version;
    private final OutputStyle outputStyle;

    /** A command line; {@code screen} says who reads its standard output. */
    public CliAdapter(CliPorts ports, String version, OutputStyle outputStyle) {
        this.ports = ports;
        this.version = version;
        this.outputStyle = outputStyle;
    }

    /**
     * Runs one command and returns its exit code: 0 done, 1 refused, 2 bad input, 3 undecided, 70 our own fault.
     *
     * @param out standard output as it is, which must tell when it cannot be written
     */
    public int run(InputStream in, OutputStream out, PrintStream err, String... args) {
        ErrorReporter errorReporter = ErrorReporter.of(err, args);
        FailureTrackingStream heard = new FailureTrackingStream(out);
        PrintStream printed = new PrintStream(new BufferedOutputStream(heard), true, StandardCharsets.UTF_8);
        try {
            int code = run(new CommandContext(in, printed, err, outputStyle, ports), args);
            printed.flush();
            return heard.failure()
                    .map(failure -> errorReporter.reportWriteFailure(failure, code))
                    .orElse(code);
        } catch (RuntimeException | Error e) {
            return errorReporter.report(e);
        }
    }

    private int run(CommandContext commandContext, String[] args) {
        SecretGuard.rejectCertificateArguments(args);
        CommandLine parser = CommandRegistry.parserFor(args, commandContext, version);
        try {
            parser.parseArgs(args);
        } catch (ParameterException e) {
            throw UsageErrors.of(e);
        }
        return run(commandContext, parser);
    }

    private static int run(CommandContext commandContext, CommandLine program) {
        List<CommandLine> parsed = program.getParseResult().asCommandLineList();
        CommandLine command = parsed.get(parsed.size() - 1);
        if (parsed.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            command.usage(commandContext.out(), command.getColorScheme());
            return ExitCodes.DONE;
        }
        if (program.isVersionHelpRequested()) {
            program.printVersionHelp(commandContext.out());
            return ExitCodes.DONE;
        }
        if (command.getCommandSpec().userObject() instanceof CliCommand chosen) {
            return chosen.run();
        }
        if (command == program) {
            program.usage(commandContext.err(), program.getColorScheme());
            return ExitCodes.USAGE;
        }
        String group = command.getCommandName();
        throw new InvalidValueException(
                "command",
                "'" + group + "' needs one more word",
                "add " + String.join(" or ", command.getSubcommands().keySet()));
    }
}
