package dev.agoratoken.cli.port;

import java.io.PrintStream;
import java.util.Optional;

/** Runs the server until the process is told to stop. */
@FunctionalInterface
public interface ServerLauncher {
    /**
     * Serves; returns the exit code when the server has stopped. Lines for the person who started it go to {@code err}.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or wrong
     */
    int serve(ServeOptions options, PrintStream err);

    /**
     * What {@code serve} was told on the command line.
     *
     * @param open whether everybody who reaches the server may have a token
     * @param demo whether a project is made up for this run
     */
    record ServeOptions(
            Optional<String> host,
            Optional<Integer> port,
            boolean open,
            boolean demo,
            ConfigOverrides configOverrides) {}
}
