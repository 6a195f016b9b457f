package dev.agoratoken.cli;

import dev.agoratoken.cli.command.CliCommand;
import dev.agoratoken.cli.command.Commands;
import dev.agoratoken.cli.error.ExitCodes;
import dev.agoratoken.cli.error.Failures;
import dev.agoratoken.cli.error.ParserComplaint;
import dev.agoratoken.cli.error.Secrets;
import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.Screen;
import dev.agoratoken.cli.terminal.Session;
import dev.agoratoken.cli.terminal.StandardOutput;
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
    private final Screen screen;

    /** A command line; {@code screen} says who reads its standard output. */
    public CliAdapter(CliPorts ports, String version, Screen screen) {
        this.ports = ports;
        this.version = version;
        this.screen = screen;
    }

    /**
     * Runs one command and returns its exit code: 0 done, 1 refused, 2 bad input, 3 undecided, 70 our own fault.
     *
     * @param out standard output as it is, which must tell when it cannot be written
     */
    public int run(InputStream in, OutputStream out, PrintStream err, String... args) {
        Failures failures = Failures.of(err, args);
        StandardOutput heard = new StandardOutput(out);
        PrintStream printed = new PrintStream(new BufferedOutputStream(heard), true, StandardCharsets.UTF_8);
        try {
            int code = run(new Session(in, printed, err, screen, ports), args);
            printed.flush();
            return heard.failure()
                    .map(failure -> failures.reportLostOutput(failure, code))
                    .orElse(code);
        } catch (RuntimeException | Error e) {
            return failures.report(e);
        }
    }

    private int run(Session session, String[] args) {
        Secrets.refuseCertificateAmong(args);
        CommandLine parser = Commands.parserFor(args, session, version);
        try {
            parser.parseArgs(args);
        } catch (ParameterException e) {
            throw ParserComplaint.of(e);
        }
        return run(session, parser);
    }

    private static int run(Session session, CommandLine program) {
        List<CommandLine> parsed = program.getParseResult().asCommandLineList();
        CommandLine command = parsed.get(parsed.size() - 1);
        if (parsed.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
            command.usage(session.out(), command.getColorScheme());
            return ExitCodes.DONE;
        }
        if (program.isVersionHelpRequested()) {
            program.printVersionHelp(session.out());
            return ExitCodes.DONE;
        }
        if (command.getCommandSpec().userObject() instanceof CliCommand chosen) {
            return chosen.run();
        }
        if (command == program) {
            program.usage(session.err(), program.getColorScheme());
            return ExitCodes.BAD_INPUT;
        }
        String group = command.getCommandName();
        throw new InvalidValueException(
                "command",
                "'" + group + "' needs one more word",
                "add " + String.join(" or ", command.getSubcommands().keySet()));
    }
}
