package dev.agoratoken.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --server}. The key is never an option, because arguments are visible to every user of the machine. */
public final class ServerOption {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "The token server, if AGORA_TOKEN_SERVER does not name it. AGORA_TOKEN_KEY holds the API key.",
            order = 150)
    private @Nullable String server;

    public Optional<String> address() {
        return Optional.ofNullable(server);
    }
}
