package dev.agoratoken.cli.port;

import java.io.PrintStream;
import java.util.Optional;

/** Runs the server until the process is stopped. */
@FunctionalInterface
public interface ServerLauncher {
    /**
     * Runs the server and returns the exit code when it has stopped. Messages go to {@code err}.
     *
     * @throws dev.agoratoken.token.TokenException if the configuration is missing or invalid
     */
    int serve(ServeOptions options, PrintStream err);

    /**
     * The options of {@code serve}.
     *
     * @param open whether the server issues tokens without authentication beyond loopback
     * @param demo whether the server uses a made-up project
     */
    record ServeOptions(
            Optional<String> host,
            Optional<Integer> port,
            boolean open,
            boolean demo,
            ConfigOverrides configOverrides) {}
}
