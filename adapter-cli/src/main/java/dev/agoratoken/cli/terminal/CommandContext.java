package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.OutputStyle;
import java.io.InputStream;
import java.io.PrintStream;

/** What the commands of one run work with. */
public record CommandContext(
        InputStream in, PrintStream out, PrintStream err, OutputStyle outputStyle, CliPorts ports) {
    /** Prints a document of the HTTP API. */
    public void printJson(Object document) {
        out.println(JsonWriter.of(document, outputStyle != OutputStyle.PIPED));
    }
}
