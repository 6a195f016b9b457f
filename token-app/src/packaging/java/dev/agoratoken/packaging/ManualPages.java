package dev.agoratoken.packaging;

import dev.agoratoken.cli.command.CommandRegistry;
import dev.agoratoken.cli.port.OutputStyle;
import dev.agoratoken.cli.terminal.CommandContext;
import dev.agoratoken.cli.terminal.StandardOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Writes a manual page for the program and for each command: {@code agora-token.1}, {@code agora-token-rtc.1} … */
final class ManualPages {
    private static final String PROGRAM = "agora-token";

    private final Path folder;
    private final String version;
    private final String date;

    private ManualPages(Path folder, String version, String date) {
        this.folder = folder;
        this.version = version;
        this.date = date;
    }

    /** Arguments: the folder, the version, the date as 2026-11-24. */
    public static void main(String[] args) throws IOException {
        CommandContext nothing = new CommandContext(
                InputStream.nullInputStream(),
                new StandardOutput(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()),
                OutputStyle.PIPED,
                null);
        CommandLine program = CommandRegistry.parserFor(new String[] {"help"}, nothing, args[1]);
        new ManualPages(Files.createDirectories(Path.of(args[0])), args[1], args[2]).writeAll(program, PROGRAM);
    }

    private void writeAll(CommandLine command, String name) throws IOException {
        ManualPage page = new ManualPage(name, version, date);
        Files.writeString(folder.resolve(name + ".1"), page.of(command.getHelp(), related(command, name)));
        for (Help subcommand : command.getHelp().subcommands().values()) {
            writeAll(
                    subcommand.commandSpec().commandLine(),
                    name + "-" + subcommand.commandSpec().name());
        }
    }

    private static List<String> related(CommandLine command, String name) {
        if (!command.getHelp().subcommands().isEmpty()) {
            return command.getHelp().subcommands().values().stream()
                    .map(subcommand -> name + "-" + subcommand.commandSpec().name())
                    .toList();
        }
        return List.of(name.substring(0, name.lastIndexOf('-')));
    }
}
