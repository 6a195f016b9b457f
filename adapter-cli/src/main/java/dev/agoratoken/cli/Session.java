package dev.agoratoken.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** What the commands of one run work with. */
record Session(InputStream in, PrintStream out, PrintStream err, Screen screen, CliPorts ports) {
    /** Prints a document of the HTTP API. */
    void printJson(Object document) {
        out.println(JsonText.of(document, screen != Screen.NONE));
    }
}
