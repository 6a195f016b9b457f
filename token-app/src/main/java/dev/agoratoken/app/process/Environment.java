package dev.agoratoken.app.process;

import dev.agoratoken.cli.port.Screen;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process as the program finds it.
 *
 * @param variables the environment variables
 * @param workingDirectory where {@code .env} and {@code agora-token.yaml} are looked for
 * @param in standard input
 */
public record Environment(
        Map<String, String> variables, Path workingDirectory, InputStream in, Screen screen, Shutdown shutdown) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** This process. */
    public static Environment ofProcess() {
        return new Environment(
                System.getenv(), Path.of(""), System.in, Terminal.screen(System.getenv()), Shutdown.ofProcess());
    }

    /** Only the place: the variables may be secrets. */
    @Override
    public String toString() {
        return "Environment[" + workingDirectory + "]";
    }
}
