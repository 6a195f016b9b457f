package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.ArgumentParsers;
import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.cli.terminal.CliCommand;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.InvalidValueException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Run the token server until it is stopped.",
        customSynopsis = "agora-token serve [--host H] [--port P] [--demo | --open]",
        footer = {"agora-token serve --port 8080", "agora-token serve --demo"})
final class ServeCommand implements CliCommand {
    private static final int MAX_PORT = 65535;

    private final CommandContext commandContext;

    @Option(names = "--host", paramLabel = "H", description = "The address to listen on.", order = 1)
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "P", description = "The port, 0 to 65535; 0 picks a free port.", order = 2)
    private @Nullable String port;

    @Option(
            names = "--demo",
            description = "Use a made-up project: its tokens are well-formed, but Agora rejects them.",
            order = 3)
    private boolean demo;

    @Option(
            names = "--open",
            description = "Issue tokens without authentication, and listen on all addresses.",
            order = 4)
    private boolean open;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ServeCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        if (host != null && host.isBlank()) {
            throw new InvalidValueException("host", "must not be empty", "use an address such as 127.0.0.1 or 0.0.0.0");
        }
        if (demo && open) {
            throw new InvalidValueException(
                    "demo", "cannot be combined with --open", "drop --open, or drop --demo and set APP_ID");
        }
        ServeOptions options = new ServeOptions(
                Optional.ofNullable(host),
                Optional.ofNullable(port).map(text -> ArgumentParsers.wholeNumber("port", text, MAX_PORT)),
                open,
                demo,
                config.overrides());
        return commandContext.ports().serve().serve(options, commandContext.err());
    }
}
