package dev.agoratoken.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** The command line: streams and arguments in, exit code out. */
public final class CliAdapter {
    public CliAdapter(IssuerSource issuers, ServeFunction serve, String version) {}

    /** Runs one command and returns its exit code: 0 done, 1 refused, 2 bad input, 3 undecided, 70 our own fault. */
    public int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        return 70;
    }
}
