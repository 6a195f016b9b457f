package dev.agoratoken.cli;

import dev.agoratoken.cli.command.CommandRegistry;
import dev.agoratoken.cli.error.ErrorReporter;
import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.error.SecretGuard;
import dev.agoratoken.cli.error.UsageErrors;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.StandardOutput;
import dev.agoratoken.token.InvalidValueException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line: streams and arguments in, exit code out. */
public final class CliAdapter {
    private final CliPorts ports;
    private final String version;
    private final OutputStyle outputStyle;

    /** Creates a command line that formats standard output in this style. */
    public CliAdapter(CliPorts ports, String version, OutputStyle outputStyle) {
        this.ports = ports;
        this.version = version;
        this.outputStyle = outputStyle;
    }

    /**
     * Runs one command and returns its exit code: 0 done, 1 rejected, 2 invalid input or configuration, 3 undecided, 70
     * internal error.
     *
     * @param out standard output; its methods must throw when they fail, which a {@link PrintStream} does not do
     */
    public int run(InputStream in, OutputStream out, PrintStream err, String... args) {
        ErrorReporter errorReporter = new ErrorReporter(err, args);
        StandardOutput standardOutput = new StandardOutput(out);
        try {
            int code = run(new CommandContext(in, standardOutput, err, outputStyle, ports), args);
            standardOutput.flush();
            return standardOutput
                    .failure()
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
        if (command.getCommandSpec().userObject() instanceof CliCommand cliCommand) {
            return cliCommand.run();
        }
        if (command.getParent() == null) {
            program.usage(commandContext.err(), program.getColorScheme());
            return ExitCodes.USAGE;
        }
        String group = command.getCommandName();
        throw new InvalidValueException(
                "command",
                "'" + group + "' requires a subcommand",
                "add " + String.join(" or ", command.getSubcommands().keySet()));
    }
}
