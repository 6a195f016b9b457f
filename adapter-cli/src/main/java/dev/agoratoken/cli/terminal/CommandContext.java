package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.OutputStyle;
import java.io.InputStream;
import java.io.PrintStream;

/** The streams and ports of one run. */
public final class CommandContext {
    private final InputStream in;
    private final StandardOutput out;
    private final PrintStream err;
    private final OutputStyle outputStyle;
    private final CliPorts ports;

    public CommandContext(
            InputStream in, StandardOutput out, PrintStream err, OutputStyle outputStyle, CliPorts ports) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.outputStyle = outputStyle;
        this.ports = ports;
    }

    public InputStream in() {
        return in;
    }

    public StandardOutput out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public OutputStyle outputStyle() {
        return outputStyle;
    }

    public CliPorts ports() {
        return ports;
    }

    /** Prints a document as JSON: one line for programs, indented for people. */
    public void printJson(Object document) {
        out.println(JsonWriter.of(document, outputStyle != OutputStyle.PIPED));
    }

    /** Prints a message about the run on standard error. */
    public void report(String message) {
        err.println("agora-token: " + message);
    }
}
