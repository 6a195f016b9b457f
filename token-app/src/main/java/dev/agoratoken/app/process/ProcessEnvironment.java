package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.OutputStyle;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The environment of the process.
 *
 * @param variables the environment variables
 * @param workingDirectory where {@code .env} and {@code agora-token.yaml} are looked for
 * @param in standard input
 */
public record ProcessEnvironment(
        Map<String, String> variables,
        Path workingDirectory,
        InputStream in,
        OutputStyle outputStyle,
        ShutdownHook shutdownHook,
        ReloadSignal reloadSignal) {
    public ProcessEnvironment {
        variables = Map.copyOf(variables);
    }

    /** This process. */
    public static ProcessEnvironment ofProcess(ReloadSignal reloadSignal) {
        return new ProcessEnvironment(
                System.getenv(),
                Path.of(""),
                System.in,
                Terminal.screen(System.getenv()),
                ShutdownHook.ofProcess(),
                reloadSignal);
    }

    /** Without the variables, which may be secrets. */
    @Override
    public String toString() {
        return "Environment[" + workingDirectory + "]";
    }
}
