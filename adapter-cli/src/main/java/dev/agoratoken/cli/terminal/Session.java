package dev.agoratoken.cli.terminal;

import dev.agoratoken.cli.port.CliPorts;
import dev.agoratoken.cli.port.Screen;
import java.io.InputStream;
import java.io.PrintStream;

/** What the commands of one run work with. */
public record Session(InputStream in, PrintStream out, PrintStream err, Screen screen, CliPorts ports) {
    /** Prints a document of the HTTP API. */
    public void printJson(Object document) {
        out.println(JsonText.of(document, screen != Screen.NONE));
    }
}
