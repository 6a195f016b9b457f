package dev.agoratoken.cli.command;

import dev.agoratoken.cli.option.ConfigOption;
import dev.agoratoken.cli.port.ServerLauncher.ServeOptions;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.token.InvalidValueException;
import dev.agoratoken.token.Printable;
import dev.agoratoken.token.WholeNumber;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = "Runs the server that hands out tokens, until it is told to stop.",
        customSynopsis = "agora-token serve [--host H] [--port P] [--demo | --open]",
        footer = {"agora-token serve --port 8080", "agora-token serve --demo"})
final class ServeCommand implements CliCommand {
    private static final int MAX_PORT = 65535;

    private final CommandContext commandContext;

    @Option(names = "--host", paramLabel = "H", description = "The address to listen on.", order = 1)
    private String host;

    @Option(names = "--port", paramLabel = "P", description = "The port, 0 to 65535; 0 takes a free one.", order = 2)
    private String port;

    @Option(
            names = "--demo",
            description = "Make up a project for this run: its tokens are well-formed, but Agora does not know them.",
            order = 3)
    private boolean demo;

    @Option(
            names = "--open",
            description = "Give tokens to everybody who reaches the server, and listen on all addresses.",
            order = 4)
    private boolean open;

    @Mixin
    private ConfigOption config;

    ServeCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public int run() {
        if (host != null && host.isBlank()) {
            throw new InvalidValueException("host", "it is empty", "give an address such as 127.0.0.1 or 0.0.0.0");
        }
        if (demo && open) {
            throw new InvalidValueException(
                    "demo", "it cannot be open to everybody", "leave out --open, or --demo and set APP_ID");
        }
        ServeOptions options = new ServeOptions(
                Optional.ofNullable(host),
                Optional.ofNullable(port).map(ServeCommand::port),
                open,
                demo,
                config.overrides());
        return commandContext.ports().serve().serve(options, commandContext.err());
    }

    private static int port(String text) {
        return (int) WholeNumber.parse(text, 0, MAX_PORT)
                .orElseThrow(() -> new InvalidValueException(
                        "port", Printable.quote(text) + " is no port", "give a whole number from 0 to 65535"));
    }
}
